export async function request(url, options, attempts = 5) {
  const response = await fetch(url, options);
  if (response.status !== 429 || attempts === 1) return response;
  const seconds = Number(response.headers.get('Retry-After') ?? 1);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + Math.random() * 250));
  return request(url, options, attempts - 1);
}
