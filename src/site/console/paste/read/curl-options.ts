/** The options of curl. @see https://curl.se/docs/manpage.html */

const list = (names: string): string[] => names.trim().split(/\s+/);

/** Those that are followed by a value. */
export const VALUED: ReadonlySet<string> = new Set(
  list(`abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to
  continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode
  delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare
  etag-save expand-data expand-header expand-url expect100-timeout form form-string ftp-account ftp-alternative-to-user
  ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header help hostpubmd5 hostpubsha256
  hsts interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type knownhosts krb libcurl limit-rate
  local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy
  oauth2-bearer output output-dir parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default
  proto-redir proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header
  proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype
  proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request
  request-target resolve retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5
  socks5-gssapi-service socks5-hostname speed-limit speed-time ssl-sessions stderr telnet-option tftp-blksize time-cond
  tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket upload-file
  upload-flags url url-query user user-agent variable vlan-priority write-out`),
);

/** Those that say what is done with the answer, how patient curl is, or what a browser does by itself. Nothing is lost without them. */
const UNNEEDED: ReadonlySet<string> = new Set(
  list(`compressed connect-timeout create-dirs disable dump-header etag-save fail fail-early fail-with-body globoff http1.0
  http1.1 http2 http2-prior-knowledge http3 http3-only include ipv4 ipv6 keepalive-time libcurl location
  location-trusted max-filesize max-redirs max-time no-buffer no-clobber no-keepalive no-progress-meter no-sessionid
  output output-dir parallel parallel-immediate parallel-max path-as-is post301 post302 post303 progress-bar progress-meter
  raw remote-header-name remote-name remote-name-all remote-time remove-on-error retry retry-all-errors
  retry-connrefused retry-delay retry-max-time show-error silent skip-existing speed-limit speed-time ssl-reqd stderr
  styled-output tcp-fastopen tcp-nodelay tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tls-max tr-encoding trace trace-ascii
  trace-ids trace-time verbose write-out xattr`),
);

/** Those that are followed by nothing and that a request cannot be told without, or that are told as left out. */
const BARE: ReadonlySet<string> = new Set(
  list(`anyauth append basic ca-native cert-status compressed-ssh crlf digest disable-eprt disable-epsv
  disallow-username-in-url doh-cert-status doh-insecure false-start follow form-escape ftp-create-dirs ftp-pasv ftp-pret
  ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control get haproxy-protocol head http0.9 ignore-content-length insecure
  junk-session-cookies list-only manual metalink mptcp negotiate netrc netrc-optional next no-alpn no-npn ntlm ntlm-wb
  out-null proxy-anyauth proxy-basic proxy-ca-native proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm
  proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel sasl-ir socks5-basic socks5-gssapi
  socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-revoke-best-effort sslv2 sslv3
  suppress-connect-headers tftp-no-options tls-earlydata use-ascii version mail-rcpt-allowfails`),
);

/** Letters, each with the option that it is short for. */
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  list(`0:http1.0 1:tlsv1 2:sslv2 3:sslv3 4:ipv4 6:ipv6 #:progress-bar ::next a:append A:user-agent b:cookie B:use-ascii
  c:cookie-jar C:continue-at d:data D:dump-header e:referer E:cert f:fail F:form g:globoff G:get h:help H:header
  i:include I:head j:junk-session-cookies J:remote-header-name k:insecure K:config l:list-only L:location m:max-time
  M:manual n:netrc N:no-buffer o:output O:remote-name p:proxytunnel P:ftp-port q:disable Q:quote r:range R:remote-time
  s:silent S:show-error t:telnet-option T:upload-file u:user U:proxy-user v:verbose V:version w:write-out x:proxy
  X:request y:speed-time Y:speed-limit z:time-cond Z:parallel`).map((pair) => [pair.charAt(0), pair.slice(2)]),
);

export function longName(letter: string): string | undefined {
  return Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined;
}

/** The option of a name, or of the beginning of one that no other has; `undefined` where curl has none. */
export function knownOption(name: string): string | undefined {
  const groups = [VALUED, UNNEEDED, BARE];
  if (groups.some((names) => names.has(name))) return name;
  const plain = name.replace(/^no-/, '');
  if (plain !== name && groups.some((names) => names.has(plain))) return plain;
  const longer = groups.flatMap((names) => [...names].filter((other) => other.startsWith(name)));
  const [only, ...others] = new Set(longer);
  return others.length === 0 ? only : undefined;
}

export function isUnneeded(name: string): boolean {
  return UNNEEDED.has(name);
}
