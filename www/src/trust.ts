// The page's policy lets no script load but the page's own; this is the only way to name one. Imported before anything else.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown;
}

(globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy("default", {
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError(`not this page's: ${address}`);
    return address;
  },
});

export {};
