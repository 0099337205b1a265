import { escapeHtml } from '../../text/escape.ts';

export interface DocsetIdentity {
  /** Of the docset and its folder. */
  readonly name: string;
  /** By which Dash tells docsets apart, and the word that limits a search to this one. */
  readonly identifier: string;
  /** Where the same pages are published. */
  readonly site: string;
}

/** @see https://kapeli.com/docsets#infoplist */
export function infoPlist({ name, identifier, site }: DocsetIdentity): string {
  const texts = {
    CFBundleIdentifier: identifier,
    CFBundleName: name,
    DocSetPlatformFamily: identifier,
    DashDocSetFamily: 'dashtoc',
    dashIndexFilePath: 'index.html',
    DashDocSetFallbackURL: site,
    DashDocSetPlayURL: new URL('/playground/', site).href,
  };
  const flags = { isDashDocset: true, isJavaScriptEnabled: false };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...Object.entries(texts).map(([key, value]) => `  <key>${key}</key>\n  <string>${escapeHtml(value)}</string>`),
    ...Object.entries(flags).map(([key, value]) => `  <key>${key}</key>\n  <${value}/>`),
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}

/** What Dash and Zeal read to learn of a newer docset. @see https://kapeli.com/docsets#dashdocsetfeed */
export function docsetFeed(version: string, url: string): string {
  return `<entry>\n  <version>${escapeHtml(version)}</version>\n  <url>${escapeHtml(url)}</url>\n</entry>\n`;
}
