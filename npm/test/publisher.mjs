// A publisher with keys and the command line, for the tests of packs over the wire.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The day on which everything is signed, so that the tests have a time of their own. */
export const DAY = "2026-11-22";
export const NOW = new Date(`${DAY}T08:00:00Z`);

const ROLES = (root, packs, online) => `--role root=k/${root}.pub --role targets=k/${packs}.pub --role snapshot=k/${online}.pub --role timestamp=k/${online}.pub`;

/** A desk with keys, a signed root, and version 1 of the example pack in the repository `site`. */
export function publisher(today = DAY) {
  const desk = mkdtempSync(join(tmpdir(), "zhunze-publisher-"));
  const file = (path) => join(desk, path);
  const zhunze = (line) => execFileSync(process.env.ZHUNZE_CLI, line.split(" "), { cwd: desk, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });

  /** The example pack in a version with a word of its own, built and tested. */
  function build(version, word) {
    const text = readFileSync(file("shop.rules/pack.zz"), "utf8");
    writeFileSync(file("shop.rules/pack.zz"), text.replace(/\(\d+\) \{/, `(${version}) {`).replace(/(\S+号 )?飞书号/, `${word} 飞书号`));
    zhunze("test shop.rules");
    if (existsSync(file("shop.zzb"))) renameSync(file("shop.zzb"), file("before.zzb"));
    zhunze("build shop.rules -o shop.zzb");
  }

  /** Signs it after the version before, and publishes it. */
  function release(version, { into = "site", day = today, days = 90, more = "" } = {}) {
    const after = version > 1 ? `--after t${version - 1}.json` : "--issuer 某平台";
    zhunze(`sign shop.zzb -o t${version}.json ${after} --key k/packs --law-status 2026-11-20 --days ${days} --now ${day}`);
    zhunze(`publish ${into} shop.zzb --targets t${version}.json --key k/online --now ${day}${version === 1 ? " --root root.json" : ""}${more}`);
  }

  function publish(version, word, how) {
    build(version, word);
    release(version, how);
  }

  /** A repository with the same names, under a root that somebody else made. */
  function stolen() {
    zhunze(`root -o theirs.json ${ROLES("thief", "thief", "thief")} --now ${today}`);
    zhunze("sign theirs.json --key k/thief");
    zhunze(`sign shop.zzb -o stolen.json --key k/thief --issuer 某平台 --law-status 2026-11-20 --release 9 --now ${today}`);
    zhunze(`publish stolen shop.zzb --root theirs.json --targets stolen.json --key k/thief --now ${today}`);
  }

  cpSync(join(process.env.ZHUNZE_ROOT, "examples/platform/shop.rules"), file("shop.rules"), { recursive: true });
  for (const key of ["root", "packs", "online", "thief"]) zhunze(`keygen -o k/${key}`);
  zhunze(`root -o root.json ${ROLES("root", "packs", "online")} --now ${today}`);
  zhunze("sign root.json --key k/root");
  publish(1, "甲乙号");
  return { file, zhunze, build, release, publish, stolen, end: () => rmSync(desk, { recursive: true }) };
}
