// What every process of ours has from its first moment: no words about the version of Node, which is decided and tested here (package.json,
// `engines`; `npm test -- --node24`) and which nobody at the terminal can act on.

// The AWS SDK on Node 20.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// oidc-provider on Node 20, while it loads.
const warn = console.warn;
console.warn = (...words) => {
  if (!/oidc-provider WARNING: .*Unsupported runtime/.test(String(words[0]))) warn(...words);
};
