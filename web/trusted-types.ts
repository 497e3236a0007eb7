// lib.dom knows no Trusted Types yet: a TrustedScriptURL is declared as the string it stands for.
declare global {
  var trustedTypes:
    | { createPolicy(name: string, rules: ScriptUrlRules): ScriptUrlRules }
    | undefined;
}
type ScriptUrlRules = { createScriptURL(url: string): string };

/** The name the content security policy allows. */
const POLICY = "app";

const rules: ScriptUrlRules = {
  createScriptURL(url) {
    const { origin, href } = new URL(url, location.href);
    if (origin !== location.origin) throw new TypeError(`Not a script of this app: ${href}`);
    return href;
  },
};

// Made once: the browser refuses a second policy of the same name.
const policy = globalThis.trustedTypes?.createPolicy(POLICY, rules) ?? rules;

/**
 * A URL that `new Worker` and `serviceWorker.register` accept under `require-trusted-types-for
 * 'script'`. The only place scripts get their trust from.
 *
 * @throws TypeError for a URL of another origin: a bug, or an attack
 */
export function trustedScriptUrl(url: string): string {
  return policy.createScriptURL(url);
}
