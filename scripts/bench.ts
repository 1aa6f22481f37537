const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { bench } = await import('../src/maintain/bench/bench.ts')
await runCli(bench)
