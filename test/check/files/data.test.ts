import { checkExamples } from './table.ts'

checkExamples(
  'yaml file=config.yaml',
  [
    ['a mapping', 'a: 1\nb:\n  - x\n  - "y: z"'],
    ['anchors and merges', 'base: &b { a: 1 }\nother:\n  <<: *b\n  c: 2'],
    ['two documents', 'a: 1\n---\na: 2'],
  ],
  [
    ['a key twice', 'a: 1\nb: 2\na: 3', ['4:1 FILE_KEY_DUPLICATE']],
    ['a tab', 'a:\n\tb: 1', ['3:1 FILE_SYNTAX']],
    ['an instruction of a Dockerfile', '- A=1\n\nENV B=2', ['4:1 FILE_SYNTAX']],
    ['a mapping inside a plain value', '- A=${B:-{"key": "value"}}', ['2:25 FILE_SYNTAX']],
    ['a quote left open', 'a: "x\nb: 1', ['3:5 FILE_SYNTAX']],
  ],
)

checkExamples(
  'json file=a.json',
  [['an object', '{"a": [1, {"b": "a"}], "c": {"a": 1}}']],
  [
    ['a comma too many', '{\n  "a": 1,\n}', ['4:1 FILE_SYNTAX']],
    ['a comment', '{\n  // no\n  "a": 1\n}', ['3:3 FILE_SYNTAX']],
    ['an end missing', '{"a": 1', ['2:8 FILE_SYNTAX']],
    ['a key twice', '{\n  "a": 1,\n  "a": 2\n}', ['4:3 FILE_KEY_DUPLICATE']],
  ],
)

checkExamples(
  'toml file=pyproject.toml',
  [['tables', '[project]\nname = "x"\n\n[[tool.x]]\na = [1, 2]']],
  [
    ['a value without quotes', '[project]\nname = x', ['3:8 FILE_SYNTAX']],
    ['a key twice', 'a = 1\na = 2', ['3:1 FILE_SYNTAX']],
  ],
)

checkExamples(
  'python file=a.py',
  [
    ['a settings class', 'class Settings(BaseSettings):\n    hosts: list[str] = Field(default=["x"])'],
    ['a fragment', '@validator("x")\n@classmethod\ndef f(cls, v):\n    return v'],
    ['an indented fragment', '    def f(self):\n        return 1'],
    ['newer syntax', 'match x:\n    case {"a": 1}:\n        pass\nwith (open("a") as f, open("b") as g):\n    pass'],
  ],
  [
    ['a print statement', 'x = 1\nprint "x"', ['3:7 FILE_SYNTAX']],
    ['a parenthesis left open', 'x = (1,\ny = 2', ['3:3 FILE_SYNTAX']],
    ['indentation nobody asked for', 'a = 1\n  b = 2', ['3:1 FILE_SYNTAX']],
    ['a body missing', 'def f():\nreturn 1', ['3:1 FILE_SYNTAX']],
    ['a quote left open', 'x = "abc', ['2:5 FILE_SYNTAX']],
    ['an error in an indented fragment', '    x = 1\n    y = = 2', ['3:9 FILE_SYNTAX']],
    ['an accent before the error', 'ñ = "ñ" 1', ['2:9 FILE_SYNTAX']],
  ],
)

checkExamples(
  'makefile file=Makefile',
  [
    [
      'rules, variables, conditionals',
      '.PHONY: build\nTAG ?= v1\nexport TAG\nifdef CI\nX := 1\nendif\nbuild: a b\n\tdocker build .\n\n# no\n%.o: %.c\n\tcc $<',
    ],
    ['a rule over two lines', 'all: a \\\n  b\n\techo x'],
  ],
  [
    ['spaces before a recipe', 'build:\n    docker build .', ['3:5 FILE_SYNTAX']],
    ['a line that is nothing', 'build:\n\techo x\ndocker build .', ['4:1 FILE_SYNTAX']],
  ],
)

checkExamples(
  'yaml file=cloudbuild.yaml',
  [
    [
      'a build',
      'steps:\n  - name: gcr.io/cloud-builders/docker\n    id: build\n    args: [build, -t, "$_IMAGE:$SHORT_SHA", .]\n  - name: gcr.io/cloud-builders/docker\n    waitFor: [build]\n    args: [push, "$_IMAGE"]\nsubstitutions:\n  _IMAGE: x\ntimeout: 1200s\noptions: { logging: CLOUD_LOGGING_ONLY }\nimages: ["$_IMAGE", "$$HOME"]',
    ],
  ],
  [
    ['an unknown key', 'step:\n  - name: x\nsteps: [{ name: x }]', ['2:1 FILE_KEY_UNKNOWN']],
    ['an unknown key of a step', 'steps:\n  - name: x\n    arg: [a]', ['4:5 FILE_KEY_UNKNOWN']],
    ['no steps', 'images: [x]', ['2:1 FILE_VALUE']],
    ['a step without an image', 'steps:\n  - args: [a]', ['3:5 FILE_VALUE']],
    ['a timeout without its unit', 'steps: [{ name: x }]\ntimeout: 1200', ['3:10 FILE_VALUE']],
    ['logs nowhere', 'steps: [{ name: x }]\noptions:\n  logging: CLOUD_LOGGIN_ONLY', ['4:12 FILE_VALUE']],
    ['a step that waits for none', 'steps:\n  - name: x\n    waitFor: [build]', ['4:5 FILE_VALUE']],
    ['a variable nobody sets', 'steps:\n  - name: $_IMAGE', ['3:11 FILE_SUBSTITUTION']],
    [
      'a built-in misspelt',
      'steps:\n  - name: x\n    args: ["${PROJECT_ID}", "$PROJET_ID"]',
      ['4:30 FILE_SUBSTITUTION', '4:31 NAME_MISSPELT'],
    ],
  ],
)

checkExamples(
  'yaml file=.github/workflows/ci.yml',
  [
    [
      'a workflow',
      'name: ci\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: make test\n  deploy:\n    needs: test\n    uses: ./.github/workflows/deploy.yml',
    ],
  ],
  [
    ['an unknown event', 'on: pushed\njobs:\n  a: { runs-on: x, steps: [{ run: a }] }', ['2:5 FILE_KEY_UNKNOWN']],
    [
      'an unknown key of a job',
      'on: push\njobs:\n  a:\n    run-on: x\n    runs-on: x\n    steps: [{ run: a }]',
      ['5:5 FILE_KEY_UNKNOWN'],
    ],
    [
      'a step that does two things',
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: a\n        uses: b',
      ['7:9 FILE_VALUE'],
    ],
    [
      'a job that needs none',
      'on: push\njobs:\n  a:\n    needs: b\n    runs-on: x\n    steps: [{ run: a }]',
      ['5:5 FILE_VALUE'],
    ],
    ['no runner', 'on: push\njobs:\n  a:\n    steps: [{ run: a }]', ['4:3 FILE_VALUE']],
    ['no event', 'jobs:\n  a: { runs-on: x, steps: [{ run: a }] }', ['2:1 FILE_VALUE']],
  ],
)
