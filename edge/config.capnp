# The hosted sandbox on workerd. `npm run edge` puts it beside the bundled worker and says on the command line where it listens,
# where it keeps its data and where the site is.
# https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp
using Workerd = import "/workerd/workerd.capnp";

# For strangers: deliveries reach public addresses only, whatever a name leads to.
const hosted :Workerd.Config = (
  services = [
    (name = "sandbox", worker = .sandbox),
    (name = "internet", network = (allow = ["public"], tlsOptions = (trustBrowserCas = true))),
    (name = "data", disk = (writable = true)),
    (name = "site", disk = (writable = false)),
  ],
  sockets = [(name = "http", http = (), service = "sandbox")],
);

# For one's own machine: deliveries reach it, too.
const local :Workerd.Config = (
  services = [
    (name = "sandbox", worker = .sandbox),
    (name = "internet", network = (allow = ["public", "private", "local"], tlsOptions = (trustBrowserCas = true))),
    (name = "data", disk = (writable = true)),
    (name = "site", disk = (writable = false)),
  ],
  sockets = [(name = "http", http = (), service = "sandbox")],
);

const sandbox :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-10-01",
  # The key is part of every object's id, and so of every file's name below the data.
  durableObjectNamespaces = [(className = "SandboxObject", uniqueKey = "orbinto-sandbox", enableSql = true)],
  durableObjectStorage = (localDisk = "data"),
  bindings = [
    (name = "OBJECTS", durableObjectNamespace = "SandboxObject"),
    (name = "SITE", service = "site"),
    (name = "HAS_SITE", fromEnvironment = "EDGE_HAS_SITE"),
    (name = "ORIGINS", fromEnvironment = "EDGE_ORIGINS"),
    (name = "RATE_LIMITS", fromEnvironment = "EDGE_RATE_LIMITS"),
    (name = "OPENINGS", fromEnvironment = "EDGE_OPENINGS"),
    (name = "LOCAL_WEBHOOKS", fromEnvironment = "EDGE_LOCAL_WEBHOOKS"),
    (name = "TRUST_PROXY", fromEnvironment = "EDGE_TRUST_PROXY"),
    (name = "SEED", fromEnvironment = "EDGE_SEED"),
  ],
);
