const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { generate } = await import('../src/cli/generate/generate.ts')
await runCli(generate)
