declare module "zhunze/zhunze.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "zhunze/cn.zzb" {
  const bytes: ArrayBuffer;
  export default bytes;
}
