/** Runs an Insomnia export by inso, Insomnia's own program. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { insoCommand } from '../../scripts/inso.ts';
import { execute } from '../programs.ts';
import type { Outcome } from '../programs.ts';

interface Resource {
  _id: string;
  _type: string;
  parentId: string | null;
  name: string;
  metaSortKey: number;
  data: Record<string, string>;
  afterResponseScript: string;
}

interface InsomniaRun extends Outcome {
  /** The ids that the requests hand on, as they are at the end. */
  ids: Record<string, string>;
}

/**
 * Sends all requests of an export, folder by folder. inso as npm has it runs unit tests, but no scripts after a response yet: a copy of
 * the export has a unit test a request, which runs the script, and keeps each id in a file.
 * @param file its bodies' files stand beside it
 */
export async function runInsomnia(file: string, environment: string): Promise<InsomniaRun> {
  const cwd = dirname(file);
  const own = join(cwd, 'inso');
  const ids = join(own, 'ids');
  mkdirSync(ids, { recursive: true });
  const source = JSON.parse(readFileSync(file, 'utf8')) as { resources: Resource[] };
  const resources = source.resources.map((resource) => withIdsInFiles(resource, ids));
  const copy = join(own, 'export.json');
  writeFileSync(copy, JSON.stringify({ ...source, resources: [...resources, ...unitTests(resources, ids)] }));
  const workspace = resources.find(({ _type }) => _type === 'workspace')?._id ?? '';
  const args = ['run', 'test', workspace, '--src', copy, '--env', environment, '--ci'];
  const outcome = await execute([...insoCommand, ...args], {
    cwd,
    env: { TMPDIR: own, INSOMNIA_DATA_PATH: own },
    timeout: 170_000,
  });
  const kept = readdirSync(ids).map((name) => [name, readFileSync(join(ids, name), 'utf8')]);
  return { ...outcome, ids: Object.fromEntries(kept) as Record<string, string> };
}

/** The base environment has the ids; a tag of Insomnia's own reads each from its file. */
function withIdsInFiles(resource: Resource, folder: string): Resource {
  if (resource._type !== 'environment' || !resource.parentId?.startsWith('wrk_')) return resource;
  const { base_url = '', api_key = '', ...ids } = resource.data;
  const tags = Object.entries(ids).map(([name, example]) => {
    const path = join(folder, name);
    writeFileSync(path, example);
    return [name, `{% file '${path}' %}`];
  });
  return { ...resource, data: { base_url, api_key, ...(Object.fromEntries(tags) as Record<string, string>) } };
}

/** A suite a folder, a unit test a request. */
function unitTests(resources: readonly Resource[], folder: string): object[] {
  return resources.flatMap(({ _id, _type, parentId, name, metaSortKey, afterResponseScript }) => {
    if (_type === 'request_group')
      return [{ _id: `uts_${_id}`, _type: 'unit_test_suite', parentId, name, metaSortKey }];
    if (_type !== 'request') return [];
    const code = testCode(afterResponseScript, folder);
    return [
      { _id: `ut_${_id}`, _type: 'unit_test', parentId: `uts_${parentId}`, requestId: _id, name, metaSortKey, code },
    ];
  });
}

/** Sends the request, then runs its script. @see https://developer.konghq.com/insomnia/scripts/ */
function testCode(script: string, folder: string): string {
  return `const { status, data } = await insomnia.send();
{
  const { readFileSync, writeFileSync } = require('node:fs');
  const path = (name) => ${JSON.stringify(folder)} + '/' + name;
  const insomnia = {
    expect,
    test: (title, check) => {
      try {
        check();
      } catch (error) {
        throw new Error(title + ': ' + error.message + ' ' + data);
      }
    },
    response: {
      code: status,
      text: () => data,
      json: () => JSON.parse(data),
      to: { have: { status: (wanted) => expect(status).to.equal(wanted) } },
    },
    // The examples stand in the base environment, where the chosen one does not look.
    variables: { get: (name) => readFileSync(path(name), 'utf8') },
    environment: { set: (name, value) => writeFileSync(path(name), value) },
  };
  ${script}
}`;
}
