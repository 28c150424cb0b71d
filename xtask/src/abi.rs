//! The C ABI: as a WebAssembly module without imports, used from Node, and as a shared library, used from C.

use anyhow::Result;

use crate::house::{House, WASM, run};
use crate::npm;

/// Builds both forms and runs their tests.
pub fn test(house: &House) -> Result<()> {
    let out = house.target.join("abi");
    std::fs::create_dir_all(&out)?;
    let bundle = out.join("cn.zzb");
    run(npm::cli(house).args(["build", "packs", "-o"]).arg(&bundle))?;
    run(house
        .cargo("rustc")
        .args([
            "--package",
            "zhunze-abi",
            "--crate-type",
            "cdylib",
            "--profile",
            "wasm",
            "--target",
            WASM,
            "--target-dir",
        ])
        .arg(&out))?;
    run(house
        .command("node")
        .args(["--test", "abi/test/"])
        .env("ZHUNZE_ABI_WASM", out.join(WASM).join("wasm/zhunze_abi.wasm"))
        .env("ZHUNZE_BUNDLE", &bundle))?;
    run(house.cargo("rustc").args(["--package", "zhunze-abi", "--crate-type", "cdylib"]))?;
    let program = out.join("host");
    let library = house.target.join("debug");
    run(house
        .command("cc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "abi/test/main.c", "-o"])
        .arg(&program)
        .arg(format!("-L{}", library.display()))
        .args(["-lzhunze_abi"])
        .arg(format!("-Wl,-rpath,{}", library.display())))?;
    run(house.command(&program).arg(&bundle))
}
