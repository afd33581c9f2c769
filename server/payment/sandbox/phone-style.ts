/** The phone page's look: the colours of src/ui/tokens.css on the phone's own fonts, ours where it has none. */
export const phoneStyle = `
:root {
  color-scheme: dark;
  --ink-950: #0b0c11; --ink-900: #12141b; --ink-850: #191b25; --ink-700: #2e3241;
  --mist: #a9adbd; --paper: #f7f3ea; --lamp: #ffb648; --lamp-bright: #ffd08a; --on-lamp: #231500;
  --leaf: #6fd6a0; --coral: #ff8a75;
}
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  padding: max(16px, env(safe-area-inset-top)) 20px max(24px, env(safe-area-inset-bottom));
  background: radial-gradient(120% 60% at 50% -10%, #3a2a10 0%, var(--ink-950) 60%) var(--ink-950);
  color: var(--paper);
  font: 17px/1.5 system-ui, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif;
}
header { display: flex; justify-content: space-between; align-items: center; gap: 16px; min-height: 44px; }
.sandbox { color: var(--mist); font-size: 14px; }
header a { color: var(--paper); padding: 10px 4px; text-underline-offset: 4px; }
main { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; padding: 16px 0; }
.card {
  width: 100%; max-width: 26rem; padding: 32px 24px 24px; border-radius: 28px;
  background: linear-gradient(180deg, var(--ink-850), var(--ink-900));
  border: 1px solid var(--ink-700); box-shadow: 0 24px 60px rgb(0 0 0 / 45%);
  text-align: center; overflow-wrap: anywhere;
}
.mark { width: 72px; height: 72px; fill: none; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; color: var(--lamp); }
.mark .disc { fill: currentColor; fill-opacity: 0.12; stroke: none; }
.mark g { stroke: currentColor; }
.paid .mark { color: var(--leaf); }
.declined .mark, .expired .mark, .closed .mark { color: var(--coral); }
h1 { margin-top: 14px; font-size: 26px; line-height: 1.25; font-weight: 650; text-wrap: balance; }
.hint { margin-top: 8px; color: var(--mist); text-wrap: balance; }
dl { margin: 24px 0 0; padding: 20px 0; border-block: 1px dashed var(--ink-700); display: grid; gap: 6px; }
dl:last-child { border-bottom: 0; padding-bottom: 0; }
dt { color: var(--mist); font-size: 14px; }
dd { margin: 0; }
.film dd { font: 600 24px/1.3 "Songti SC", "Noto Serif SC", system-ui, "Noto Sans SC Variable", serif; }
.amount { margin-top: 10px; }
.amount dd { font-size: 44px; line-height: 1.1; font-weight: 700; color: var(--lamp-bright); font-variant-numeric: tabular-nums; }
form { margin-top: 24px; display: grid; gap: 12px; }
button { font: inherit; min-height: 60px; border-radius: 18px; border: 0; cursor: pointer; touch-action: manipulation; }
.pay { background: var(--lamp); color: var(--on-lamp); font-size: 20px; font-weight: 700; }
.pay:active { background: var(--lamp-bright); }
.quiet { background: transparent; color: var(--paper); border: 1px solid var(--ink-700); }
.until { margin-top: 16px; color: var(--mist); font-size: 15px; font-variant-numeric: tabular-nums; }
details { width: 100%; max-width: 26rem; margin-top: 20px; text-align: center; color: var(--mist); font-size: 15px; }
summary { min-height: 44px; padding: 10px; cursor: pointer; list-style: none; text-decoration: underline dotted; text-underline-offset: 5px; }
summary::-webkit-details-marker { display: none; }
details form { margin-top: 8px; }
details button { min-height: 48px; font-size: 16px; }
:focus-visible { outline: 3px solid var(--lamp); outline-offset: 3px; }
`
