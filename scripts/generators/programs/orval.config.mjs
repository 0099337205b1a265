export default {
  orbinto: {
    input: './openapi.json',
    output: { target: './client.ts', client: 'fetch', baseUrl: process.env.BASE_URL },
  },
};
