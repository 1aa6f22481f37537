const { runCli } = await import('../src/cli/run-cli.ts')
const { bench } = await import('../src/cli/bench/bench.ts')
await runCli(bench)
