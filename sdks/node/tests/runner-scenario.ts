import type { Scope } from '../src/orbinto.ts';

/** What the protocol of sdks/README.md says, as far as this runner reads it. */
export interface Scenario {
  name: string;
  client: {
    api_key?: string | null;
    base_url?: string | null;
    timeout?: number | null;
    total_timeout?: number | null;
    max_retries?: number | null;
    hooks?: boolean;
    log?: boolean;
    oauth?: { client_id: string; access_token: string; refresh_token?: string; expires_at?: number };
  };
  env?: Record<string, string>;
  clock?: { url: string; key: string };
  steps: Step[];
}

export interface Step {
  call?: string;
  items?: string;
  pages?: string;
  raw?: string;
  request?: {
    method: string;
    path: string;
    query?: Record<string, unknown>;
    body?: unknown;
    headers?: Record<string, string>;
  };
  find_or_create?: { email: string };
  parallel?: { count: number; step: Step };
  unwrap?: UnwrapStep;
  route?: RouteStep;
  build_event?: { name: string; secret: string; now: number; data?: object };
  oauth?: string;
  args?: OAuthArgs;
  path?: Record<string, string>;
  query?: object;
  body?: unknown;
  unserializable?: boolean;
  take?: number;
  options?: StepOptions;
  cancel_after_ms?: number;
}

export interface OAuthArgs {
  client_id?: string;
  client_secret?: string;
  redirect_uri?: string;
  scopes?: Scope[];
  code?: string;
  code_verifier?: string;
  refresh_token?: string;
  token?: string;
}

export interface StepOptions {
  timeout?: number;
  max_retries?: number;
  retry_unsafe?: boolean;
  headers?: Record<string, string>;
  api_key?: string;
}

export interface UnwrapStep {
  body?: string;
  headers?: Record<string, string>;
  secret?: string;
  secrets?: string[];
  now?: number;
  tolerance?: number;
  parsed_body?: object;
  override_headers?: Record<string, string>;
  upper_case_headers?: boolean;
}

export interface RouteStep {
  secret: string;
  now?: number;
  handlers: string[];
  remember?: boolean;
  no_fallback?: boolean;
  deliveries: { body: string; headers: Record<string, string> }[];
}

export interface StepResult {
  result?: unknown;
  items?: unknown[];
  pages?: unknown[];
  response?: unknown;
  error?: object;
  parallel?: StepResult[];
  ms?: number;
}
