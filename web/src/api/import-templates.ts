import { createRecord, deleteRecord, shortListQuery, updateRecord } from './records';

const object = 'import_template';

/** The mappings for that kind of record that somebody kept under a name. */
export const importTemplatesQuery = (target: string) => shortListQuery({ object, fields: ['id', 'version', 'name', 'mapping'], filter: { field: 'target', op: '=', value: target }, sort: 'name', limit: 200 });

/** Keeps a mapping under a name, in place of the one with that id. */
export const keepImportTemplate = async (target: string, name: string, mapping: object, id?: string): Promise<string> => {
  const fields = { name, target, mapping: JSON.stringify(mapping) };
  return id ? (await updateRecord(object, id, fields), id) : (await createRecord(object, fields)).answer.id;
};

export const deleteImportTemplate = (id: string) => deleteRecord(object, id);
