/** What `spec/policies.yaml` holds: the rules of the API that OpenAPI has no place for. */
export interface Policies {
  plans: Plan[];
  pagination: PaginationPolicy;
  retries: RetryPolicy;
  key_levels: KeyLevel[];
  scopes: Scope[];
  limits: { body_bytes: number; nesting_levels: number; webhooks_per_workspace: number };
  sandbox: SandboxPolicy;
  hosted: HostedPolicy;
  recipes: RecipePolicy;
  oauth: { code_seconds: number; access_token_seconds: number; refresh_idle_days: number };
  cors: CorsPolicy;
  status_codes: StatusCode[];
  reasons: Record<string, string>;
  errors: CataloguedError[];
}

export interface Plan {
  id: string;
  name: string;
  requests_per_minute: number;
  burst_per_second: number;
}

export interface PaginationPolicy {
  default_page: number;
  default_size: number;
  max_size: number;
  remembered_deletions: number;
}

export interface RetryPolicy {
  delays_seconds: number[];
  timeout_seconds: number;
  first_attempt_within_seconds: number;
  logged_response_bytes: number;
}

/** What the sandbox holds. */
export interface SandboxPolicy {
  workspaces: number;
  workspace_idle_hours: number;
  workspace_characters: number;
  grants_per_workspace: number;
  grants: number;
  life_seconds: number;
  least_life_seconds: number;
  most_life_seconds: number;
  made_per_minute: number;
  snapshots: number;
  snapshot_name_characters: number;
  undo_steps: number;
  undo_characters: number;
  replay_steps: number;
  replay_characters: number;
  replay_link_characters: number;
}

/** Failures that the sandbox can be told to have, and their figures. */
export interface RecipePolicy {
  max_count: number;
  slow_headers_seconds: number;
  retry_after_seconds: number;
  clock_skew_seconds: number;
  out_of_order_seconds: number;
  late_seconds: number;
  list: Recipe[];
}

export interface Recipe {
  /** In kebab-case; those that webhooks meet begin with `webhook-`. */
  name: string;
  title: string;
  /** What happens; a figure of the policy in braces stands for its duration. */
  does: string;
  /** What of it a page sees, which has no connection to cut. */
  in_page: string;
}

/** What a hosted sandbox allows one workspace, and one address. */
export interface HostedPolicy {
  records: number;
  workspace_characters: number;
  log_characters: number;
  deliveries_per_minute: number;
  opened_per_minute: number;
  idle_days: number;
}

/** @see https://fetch.spec.whatwg.org/#http-cors-protocol */
export interface CorsPolicy {
  allow_origin: string;
  allow_methods: string[];
  allow_headers: string[];
  expose_headers: string[];
  max_age_seconds: number;
}

/** An API key's level, with every scope it covers. */
export interface KeyLevel {
  id: 'read' | 'write' | 'admin';
  name: string;
  description: string;
  scopes: string[];
}

export interface Scope {
  id: string;
  /** What the scope gives access to, as the table of scopes says it. */
  access: string;
  /** What the consent page asks the user to allow. */
  consent: string;
}

export interface StatusCode {
  status: number;
  name: string;
  meaning: string;
}

export interface CataloguedError {
  code: string;
  type: 'api_error' | 'validation_error' | 'authentication_error' | 'rate_limit_error';
  status: number;
  title: string;
  /** A template: `{param}`, `{reason}` and the like are filled in by the answer. */
  message: string;
  cause: string;
  fix: string;
  /** A request that brings the error about in the sandbox. */
  trigger?: ErrorTrigger;
  /** Instead of it, why no request of a page or a program does. */
  untriggered?: string;
}

export interface ErrorTrigger {
  operation: string;
  note: string;
  /** What is sent before, from once to `times` times: to the API, or to the control interface. */
  before?: PreparingRequest;
  /** Another method than the operation's. */
  method?: string;
  /** Omitted: the example's key. Null: no key is sent. */
  key?: string | null;
  parameters?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface PreparingRequest {
  method: string;
  /** From the root of the sandbox: `/v1/…` or `/_sandbox/…`. */
  path: string;
  body: object;
  times?: number;
}
