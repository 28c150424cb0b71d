# The handler on workerd. Beside this file: worker.js, the bundle that the readme tells how to make, and node_modules.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "zhunze", worker = .zhunze),
    # Where packs are fetched from when ZHUNZE_PACKS says so; --external-addr packs=HOST:PORT sets another place.
    (name = "packs", external = (address = "127.0.0.1:8081", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8080", http = (), service = "zhunze")],
);

const zhunze :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "zhunze/zhunze.wasm", wasm = embed "node_modules/zhunze/dist/wasm/runtime/zhunze_bg.wasm"),
    (name = "zhunze/cn.zzb", data = embed "node_modules/zhunze/dist/cn.zzb"),
  ],
  bindings = [
    (name = "PACKS", service = "packs"),
    (name = "ZHUNZE_PACKS", fromEnvironment = "ZHUNZE_PACKS"),
    (name = "ZHUNZE_ALLOW_UNSIGNED", fromEnvironment = "ZHUNZE_ALLOW_UNSIGNED"),
    (name = "ZHUNZE_REFRESH", fromEnvironment = "ZHUNZE_REFRESH"),
    (name = "ZHUNZE_LIMIT", fromEnvironment = "ZHUNZE_LIMIT"),
  ],
);
