// On whose word packs are loaded.
import { BUILT_IN } from "./digests.js";
import { TrustError } from "./errors.js";

/** Bytes that need nobody's word: the trust client verified them, or the compiler made them here from the caller's own sources. */
const known = new WeakSet<Uint8Array>();

/** Marks bytes as verified, or as made here. */
export function vouch<T extends Uint8Array>(bytes: T): T {
  known.add(bytes);
  return bytes;
}

/** Refuses packs that nobody vouches for: neither verified, nor made here, nor built in. */
export async function demandVouched(packs: readonly Uint8Array[]): Promise<void> {
  for (const [i, bytes] of packs.entries()) {
    if (known.has(bytes) || (await isBuiltIn(bytes))) continue;
    throw new TrustError(
      {
        zh: `第 ${i + 1} 个规则包没有经过验证，也不是内置的：请用 PackStore 取得签名的规则包，或者写明 { allowUnsigned: true } 表示信任它`,
        en: `pack ${i + 1} was not verified and is not built in: take signed packs in with PackStore, or say that you trust it with { allowUnsigned: true }`,
      },
      "unsigned",
      `packs/${i}`,
    );
  }
}

/** Whether these are the bytes of a bundle that comes with this package. Pages without a secure origin cannot tell. */
async function isBuiltIn(bytes: Uint8Array): Promise<boolean> {
  const digest = await globalThis.crypto?.subtle?.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  if (digest === undefined) return false;
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return BUILT_IN.includes(hex);
}
