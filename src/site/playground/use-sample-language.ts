import { useEffect, useState } from 'preact/hooks';

/** The language that the reader wants samples in, on every page; undefined before one was chosen. */
export function useSampleLanguage(): string | undefined {
  const root = document.documentElement;
  const [language, setLanguage] = useState(root.dataset['language']);
  useEffect(() => {
    const watch = new MutationObserver(() => setLanguage(root.dataset['language']));
    watch.observe(root, { attributes: true, attributeFilter: ['data-language'] });
    return () => watch.disconnect();
  }, []);
  return language;
}
