import { expect, test } from 'vitest'
import { fence, findingsOf, found, runbook, step } from '../page.ts'

const prose = (text: string) =>
  found(step(text)).filter((line) => /COMMAND_(?:PROSE|SYNTAX|PLACEHOLDER|MISSPELT)$/.test(line))

/** What the one finding of a block calls it. */
const called = (text: string) => {
  const all = findingsOf({ 'page.md': runbook([step(text)]) }).filter(({ code }) => code === 'COMMAND_PROSE')
  return all.map(({ data }) => data.shape)
}

test.each([
  'oc -n my-namespace get pods',
  'ceph osd pool ls detail',
  'bq query --use_legacy_sql=false "SELECT name FROM dataset.table"',
  'gpg --verify release.tar.gz.asc release.tar.gz',
  'adduser --system deploy',
  'firewall-cmd --permanent --add-service=https',
  'Rscript report.R',
  'sudo sysctl -w vm.swappiness=10',
  'kubectx prod',
  'mysqld --verbose --help',
  'etcdctl endpoint health  # is it well?',
  'DEBUG=1 sar -n DEV 1 5',
  'PGHOST=/run PGUSER=me \\\n  patronictl list',
  'log_error "The backup is empty or it is missing"',
  'nmcli con up eth0 && nmcli radio all on',
  "oc get pods | awk '{print $1}' | xargs oc describe pod",
  'cat <<EOF | oc apply -f -\napiVersion: v1\nkind: Pod\nEOF',
  'psql -c "\nSELECT name FROM users;\n"',
  'echo "The name of the pod is the first of the list."',
  './tools/check.sh the name of the host',
  'users=$(cut -d: -f1 \\\n  /etc/passwd)',
  'net ads join -U administrator',
])('a program nobody knows is no prose: %s', (text) => {
  expect(prose(text)).toEqual([])
})

test.each<[string, string, string]>([
  ['a sentence', 'prose', 'Revisa los registros del servicio'],
  ['a sentence of words alone', 'prose', 'Demasiadas conexiones concurrentes'],
  ['a sentence in small letters', 'prose', 'then look at the logs of the pod, and wait.'],
  ['a sentence that starts with a program', 'prose', 'make sure that the pods of the service are ready'],
  ['a gloss', 'prose', 'docker build: El comando para construir.'],
  ['a label', 'text', 'Output:'],
  ['a title bash cannot read', 'text', 'Chain DOCKER (2 references)'],
  ['a list', 'text', '1. Crea la red'],
  ['names of images', 'text', 'example/app:1.2.2   # the version'],
  ['a table', 'output', 'NAME      READY   STATUS\napp-1     1/1     Running\napp-2     0/1     Error'],
  ['rows', 'output', 'app-1     1/1     Running\napp-2     0/1     Error'],
  ['a log', 'output', '2026-11-28T10:00:00Z listening on 8080'],
  ['a log of Kubernetes', 'output', 'I0611 11:13:35.048771 1 log.go:245] Apply (apps/v1, Kind=Deployment) was right'],
  ['a description', 'output', 'Name:         app\nNamespace:    default'],
  ['files', 'output', '-rw-r--r-- 1 root root 1915178 Aug  7 13:42 current'],
  ['YAML', 'yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\n  labels:\n    app: web'],
  ['YAML of nested keys', 'yaml', 'services:\n  web:\n    image: example/app:1'],
  ['JSON', 'json', '{\n  "name": "app",\n  "port": 8080\n}'],
  ['JSON on a line', 'json', '[{ "op": "replace", "path": "/spec/on", "value": true }]'],
  ['SQL', 'sql', 'SELECT id, name FROM users WHERE id = 1;\nDROP TABLE users;'],
  ['the prompt of a database', 'sql', 'app=# select count(*) from users;'],
  ['PromQL', 'promql', 'sum by (pod) (rate(http_requests_total{job="app"}[5m]))'],
  ['code', 'code', 'print("hello")'],
  ['an ellipsis', 'omission', 'docker ps\n...\ndocker images'],
  ['an option whose line went lost', 'option', 'docker ps --all\n  --format json'],
  ['an assignment with spaces', 'assignment', 'REGION = europe-west1'],
])('%s is one finding that says %s', (_, shape, text) => {
  expect(called(text)).toEqual([shape])
  expect(prose(text).filter((line) => !line.includes('COMMAND_PROSE'))).toEqual([])
})

test('the finding stands at the first wrong line, and what is a command beside it is checked all the same', () => {
  expect(prose('oc get pods\nNAME    READY   STATUS\napp-1   <none>  Running\n\ndocker rmi <image>')).toEqual([
    '3:1 COMMAND_PROSE',
    '6:12 COMMAND_PLACEHOLDER',
  ])
})

test.each([
  ['dokcer ps', ['2:1 COMMAND_MISSPELT']],
  ['gclud run services list', ['2:1 COMMAND_MISSPELT']],
  ['pythonn -V', ['2:1 COMMAND_MISSPELT']],
  ['vmstat 1 5', []],
  ['ssh prod "sytsemctl restart app"', ['2:11 COMMAND_MISSPELT']],
  ['jq -r .a x.json\nkq -r .b x.json', ['3:1 COMMAND_MISSPELT']],
  ['tr a b <x | yr c d', ['2:13 COMMAND_MISSPELT']],
  ['cloud-sql-proxy a &\ncloud-sql-prxy b &\ncloud-sql-proxy c', ['3:1 COMMAND_MISSPELT']],
  ['kq -r .b x.json', []],
  ['docker ps\ndockerd --debug', []],
  ['mysql -e "select 1"\nmysqld --help', []],
  ['jq -r .a x.json\nkq -r .b x.json\nkq -r .c x.json', []],
  ['pack-it a\npick-it b', []],
])('a slip of the fingers in the name of a program: %s', (text, expected) => {
  expect(prose(text)).toEqual(expected)
})

test.each([
  ['ping <node>', ['2:6 COMMAND_PLACEHOLDER']],
  ['ssh <node-address>', ['2:5 COMMAND_PLACEHOLDER']],
  ['kubectl logs <pod> -n <namespace>', ['2:14 COMMAND_PLACEHOLDER', '2:23 COMMAND_PLACEHOLDER']],
  ['NODE=<node>', ['2:6 COMMAND_PLACEHOLDER']],
  ['NODE=<the name of the node>', ['2:6 COMMAND_PLACEHOLDER']],
  ['sort <in.txt >out.txt', []],
  ['KEY=https://<server>:6443 \\\n  TOKEN=<token> \\\n  sh -', ['2:13 COMMAND_PLACEHOLDER', '3:9 COMMAND_PLACEHOLDER']],
])('a blank is told once, and not what follows of it: %s', (text, expected) => {
  expect(found(step(text)).filter((line) => !/ (?:HAZARD|FILE|NAME)_\w+$/.test(line))).toEqual(expected)
})

test('a fence of a file is no block of bash', () => {
  expect(found(fence('yaml file=a.yaml', 'a: 1')).filter((line) => line.includes('PROSE'))).toEqual([])
})
