import { useEffect, useState } from 'preact/hooks';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { formatSize } from '../../../ui/response/measures.ts';

/** Bytes of the largest image that is shown. */
const largest = 5_000_000;

/** An image, in an element that runs no script of it. */
export function ImageView({ response: { bytes, mediaType, size } }: { response: ApiResponse }) {
  const [address, setAddress] = useState<string>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (size > largest) return setBroken(true);
    const reader = new FileReader();
    // The site's policy lets images come from the site and from data addresses.
    reader.onload = () => setAddress(String(reader.result));
    reader.readAsDataURL(new Blob([bytes], { type: mediaType }));
    return () => reader.abort();
  }, [bytes, mediaType, size]);
  if (broken) return <p class="ob-response-binary">{formatSize(size)} of image that cannot be shown here.</p>;
  return (
    <p class="ob-response-binary">
      {address !== undefined && (
        <img src={address} alt="The image in the response body" onError={() => setBroken(true)} />
      )}
    </p>
  );
}
