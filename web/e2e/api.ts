import type { APIRequestContext } from '@playwright/test';

export type Fields = Record<string, unknown>;
export interface Made {
  id: string;
  version: number;
  [field: string]: unknown;
}

/** Makes and changes what a journey needs, by the same API that the app uses. */
export class Api {
  private readonly request: APIRequestContext;
  private token = '';

  constructor(request: APIRequestContext) {
    this.request = request;
  }

  private async send<T>(method: string, path: string, data?: unknown): Promise<T> {
    if (!this.token) this.token = ((await (await this.request.get('/api/v1/me')).json()) as { csrf_token: string }).csrf_token;
    const answer = await this.request.fetch(`/api/v1${path}`, { method, data, headers: { 'X-CSRF-Token': this.token } });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as T;
  }

  /** Has the session asked again who somebody is before what could give the workspace away. */
  takeProofBack = () => this.send<undefined>('DELETE', '/session/proof');
  create = (object: string, fields: Fields) => this.send<Made>('POST', `/records/${object}`, fields);
  /** Makes up to 200 records at once. */
  createMany = (object: string, rows: Fields[]) => this.send('POST', '/batch', { mode: 'row_by_row', operations: rows.map((fields) => ({ operation: 'create', object, fields })) });
  update = (object: string, id: string, fields: Fields) => this.send<Made>('PATCH', `/records/${object}/${id}`, fields);
  read = (object: string, id: string) => this.send<Made>('GET', `/records/${object}/${id}`);
  remove = (object: string, id: string) => this.send<undefined>('DELETE', `/records/${object}/${id}`);
  /** Looks for duplicates now, not at the next turn of the schedule; answers how many pairs hold that record. */
  async findDuplicates(object: string, id: string): Promise<number> {
    await this.send('POST', `/duplicates/${object}/find`);
    const { pairs } = await this.send<{ pairs: { records: { id: string }[] }[] }>('GET', `/duplicates?object=${object}`);
    return pairs.filter((pair) => pair.records.some((record) => record.id === id)).length;
  }

  tellApart = (object: string, records: string[]) => this.send<undefined>('POST', `/duplicates/${object}/dismiss`, { records });

  query = async (soql: string) => (await this.send<{ records: Made[] }>('POST', '/query', { soql })).records;

  /** The first stage of that name in the default pipeline. */
  async stage(name: string): Promise<Made> {
    const [stage] = await this.query(`SELECT id, name, pipeline_id FROM stage WHERE name = '${name}' AND pipeline.is_default = true`);
    if (!stage) throw new Error(`There is no stage ${name}.`);
    return stage;
  }

  /** An open deal in that stage whose close date puts it on top of its column. */
  async deal(name: string, stage: string, more: Fields = {}): Promise<Made> {
    // A column shows its first cards: what is made later closes earlier, so that it stands before what other journeys made.
    const secondOfHour = Math.floor((Date.now() % 3_600_000) / 1000);
    const close_date = new Date(Date.UTC(2020, 0, 1 - secondOfHour)).toISOString().slice(0, 10);
    return this.create('opportunity', { name, amount: 1000, currency_code: 'EUR', close_date, stage_id: (await this.stage(stage)).id, ...more });
  }

  /** Two contacts that are likely the same: one name, one address. */
  async twins(surname: string): Promise<[Made, Made]> {
    const who = { first_name: 'Ada', last_name: surname, email: `${surname.toLowerCase().replace(' ', '.')}@home.example` };
    return [await this.create('contact', who), await this.create('contact', { ...who, title: 'Countess' })];
  }

  /** A deal in a pipeline of its own, whose second stage needs a next step. */
  async gatedDeal(name: (what: string) => string) {
    const pipeline = await this.create('pipeline', { name: name('Gated') });
    const stage = (fields: Fields) => this.create('stage', { pipeline_id: pipeline.id, ...fields });
    const first = await stage({ name: 'Open', sequence: 1 });
    const second = await stage({ name: 'Agreed', sequence: 2, required_fields: ['next_step'] });
    return { pipeline, first, second, deal: await this.create('opportunity', { name: name('Deal'), close_date: '2027-03-31', stage_id: first.id }) };
  }

  /** Begins an import; answers its number. */
  importCsv = async (object: string, csv: string) => (await this.send<{ id: number }>('POST', '/imports', { object, csv })).id;

  /** Somebody who can log in. */
  async addPerson({ password, ...fields }: Fields & { password: string }): Promise<string> {
    const { id } = await this.create('user', fields);
    await this.send('PUT', `/users/${id}/password`, { password });
    return id;
  }

  addField = (object: string, field: Fields) => this.send('POST', `/metadata/objects/${object}/fields`, field);
  /** Refuses records for which the formula is true, with that message. */
  addRule = (object: string, name: string, formula: string, message: string) => this.send('PUT', `/metadata/objects/${object}/validation_rules/${name}`, { formula, message });

  /** A public view of an object. */
  saveView = (object: string, { name, ...view }: Fields & { name: string }) => this.send('PUT', `/metadata/objects/${object}/list_views/${name}`, view);
  removeField = (object: string, field: string) => this.send('DELETE', `/metadata/objects/${object}/fields/${field}?confirm=true`);
  /** A list view of one's own; answers its name. */
  saveOwnView = async (object: string, view: Fields) => (await this.send<{ name: string }>('POST', '/personal/list_views', { object, ...view })).name;

  /** An object of an administrator's; answers its name in the API. */
  async makeObject(label: string, more: Fields = {}): Promise<string> {
    const name = label.toLowerCase().replace(' ', '_');
    await this.send('POST', '/metadata/objects', { name, label, plural_label: `${label}s`, ...more });
    return name;
  }
}
