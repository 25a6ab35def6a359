/** The look of an output: colours of JupyterLab's theme where there is one, and nothing that reaches beyond it. */
export const STYLE = `<style>
.evenhand{font:14px/1.5 system-ui,"Segoe UI",Arial,sans-serif;color:var(--jp-ui-font-color1,#1d2430);font-variant-numeric:tabular-nums;max-width:900px}
.evenhand h4{margin:.6em 0 .2em;font-size:17px}.evenhand p{margin:.2em 0 .5em;max-width:72ch}
.evenhand .verdict{border-left:5px solid;padding:.5em 1em;margin:.4em 0}
.evenhand .verdict b{font-size:17px}.evenhand .verdict.good b{color:#1c6b45}.evenhand .verdict.fair b{color:#8a5200}.evenhand .verdict.poor b{color:#a3231c}
.evenhand .verdict.good{border-color:#1c6b45}.evenhand .verdict.fair{border-color:#8a5200}.evenhand .verdict.poor{border-color:#a3231c}
.evenhand .tiles td{border:0;padding:.3em 1.6em .5em 0;vertical-align:top;white-space:normal}.evenhand .tile b{font-size:22px;line-height:1.25}
.evenhand .tiles tr,.evenhand table tr:nth-child(even){background:none}
.evenhand .tile.good b{color:#1c6b45}.evenhand .tile.fair b{color:#8a5200}.evenhand .tile.poor b{color:#a3231c}
.evenhand small,.evenhand caption,.evenhand th{color:var(--jp-ui-font-color2,#5b6472)}
.evenhand caption{text-align:left;font-weight:600;padding:0 0 .3em}
.evenhand table{border-collapse:collapse;margin:.4em 0;font-size:13px}
.evenhand th,.evenhand td{padding:3px 16px 3px 0;text-align:left;border-bottom:1px solid var(--jp-border-color2,#e0dbce);white-space:nowrap;background:none}
.evenhand td.long{white-space:normal;min-width:28em}
</style>`;
