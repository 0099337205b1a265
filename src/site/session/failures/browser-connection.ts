/** What a browser tells a page about its connections, beyond “Failed to fetch”. */

export interface BrowserConnection {
  online: boolean;
  /** Whether the page came by https. */
  secure: boolean;
  /** Whether anything answers at an origin, be it that the page may not read it. */
  answers: (origin: string) => Promise<boolean>;
  /** What the user said to “look for and connect to devices on your local network”; undefined where it is not asked. */
  localNetwork: () => Promise<PermissionState | undefined>;
}

/** How long the probe of an address may take, in milliseconds. */
const probeTimeout = 3_000;

/** The names under which Chromium has the permission, the newest first. */
const permissions = ['loopback-network', 'local-network-access'];

export const thisBrowser: BrowserConnection = {
  get online() {
    return navigator.onLine;
  },
  get secure() {
    return location.protocol === 'https:';
  },
  answers: (origin) =>
    fetch(`${origin}/`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(probeTimeout),
    }).then(
      () => true,
      () => false,
    ),
  localNetwork: async () => {
    // A page of this machine needs no permission to reach it.
    if (/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)) return undefined;
    for (const name of permissions) {
      const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => undefined);
      if (status) return status.state;
    }
    return undefined;
  },
};
