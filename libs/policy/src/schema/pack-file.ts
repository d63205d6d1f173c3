import { isPeriod, type Json, type LocalDate, type Period } from '@gridstaff/kernel';
import { type Document, parseDocument, visit } from 'yaml';

import type { Confidence } from '../types';
import { choice, type Decoder, fields, line, monthOrDate, text } from './decoders';
import { type Findings, Spot } from './findings';
import { isParameterKey, PARAMETERS, type ParameterKey } from './parameters';

/** A pack: a file `<layer>/<name>.yaml` of the policy folder, or a text that somebody brings in at run time. */
export interface PackFile {
  /** The folder's name; left out for a text, which then has only what it says itself. */
  readonly layer?: string;
  /** Shown in findings, such as `430000/insurance.yaml`. */
  readonly name: string;
  readonly text: string;
  /** 0 (default): the files. The values of a higher rank stand above those of lower ones in the same layer, month by month. */
  readonly rank?: number;
}

/** UTF-8 bytes of a pack, the largest shipped one ten times over; a row of the database carries as many. */
export const MAX_PACK_BYTES = 60_000;
/** Months that can be declared: a slip of the pen must not ask for a thousand years. */
const FIRST_MONTH = '2000-01';
const LAST_MONTH = '2099-12';

/** Months for which a region is complete, both included. */
export interface Coverage {
  readonly from: Period;
  readonly to: Period;
}

/** One dated value as its file states it. */
export interface StatedValue {
  readonly key: ParameterKey;
  readonly layer: string;
  readonly rank: number;
  /** The decoded value; undefined when it was refused (its dates still count, so that no gap is reported too). */
  readonly value: Json | undefined;
  readonly validFrom: LocalDate;
  /** Exclusive; undefined: until the next value of the layer. */
  readonly validTo?: LocalDate;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
  readonly spot: Spot;
}

export interface ParsedPack {
  readonly layer: string;
  readonly rank: number;
  readonly coverage?: Coverage & { readonly spot: Spot };
  readonly values: readonly StatedValue[];
  /** Keys with a value whose dates could not be read: whether they have gaps cannot be told. */
  readonly undated: readonly ParameterKey[];
}

const LAYER = /^(CN|\d{6})$/;
const CONFIDENCES: readonly Confidence[] = ['confirmed', 'unconfirmed'];

/** Reads one file strictly; everything that is wrong goes to `findings`. */
export function parsePackFile(file: PackFile, findings: Findings): ParsedPack | undefined {
  const root = new Spot(findings, file.name);
  const { layer: folder, rank = 0 } = file;
  if (folder !== undefined && !LAYER.test(folder))
    return root.fail('POLICY_UNKNOWN_LAYER', { layer: folder.slice(0, 40) });
  if (Buffer.byteLength(file.text, 'utf8') > MAX_PACK_BYTES)
    return root.fail('POLICY_TOO_LARGE', { max: MAX_PACK_BYTES });
  const parsed = readYaml(file.text, root);
  if (!parsed) return undefined;
  const content = fields(parsed.content, root, ['layer', 'coverage', 'parameters']);
  if (!content) return undefined;
  const layer = layerOf(content.layer, folder, root);
  const coverage = content.coverage === undefined ? undefined : readCoverage(content.coverage, root.at('coverage'));
  const values: StatedValue[] = [];
  const undated: ParameterKey[] = [];
  if (content.parameters !== undefined)
    readParameters(content.parameters, root.at('parameters'), { layer: layer ?? '', rank }, values, undated);
  return layer === undefined ? undefined : { layer, rank, coverage, values, undated };
}

/** What the file says must be its folder; a text without a folder is taken at its word. */
function layerOf(declared: unknown, folder: string | undefined, root: Spot): string | undefined {
  const said = text(declared, root.at('layer'));
  if (folder !== undefined) {
    if (said !== undefined && said !== folder)
      root.at('layer').fail('POLICY_OTHER_LAYER', { layer: said.slice(0, 40), folder });
    return folder;
  }
  if (said === undefined || LAYER.test(said)) return said;
  return root.at('layer').fail('POLICY_UNKNOWN_LAYER', { layer: said.slice(0, 40) });
}

function readYaml(source: string, root: Spot): { content: unknown } | undefined {
  try {
    const document = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: true });
    const broken = [...document.errors, ...document.warnings][0];
    if (broken?.code === 'DUPLICATE_KEY') return root.fail('POLICY_KEY_TWICE', { line: broken.linePos?.[0].line ?? 0 });
    if (broken)
      return root.fail('POLICY_NOT_YAML', { reason: (broken.message.split('\n')[0] ?? broken.code).replace(/:$/, '') });
    // A value must stand where it holds, for whoever reads the file and its difference; and aliases of aliases grow without end.
    if (hasAlias(document)) return root.fail('POLICY_ALIAS');
    return { content: document.toJS() };
  } catch (error) {
    // Thousands of open brackets exhaust the reader's stack.
    if (error instanceof RangeError) return root.fail('POLICY_NOT_YAML', { reason: 'nested too deep' });
    throw error;
  }
}

function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function readCoverage(value: unknown, spot: Spot): (Coverage & { spot: Spot }) | undefined {
  const row = fields(value, spot, ['from', 'to']);
  if (!row) return undefined;
  const from = period(row.from, spot.at('from'));
  const to = period(row.to, spot.at('to'));
  if (from === undefined || to === undefined) return undefined;
  if (to < from) return spot.fail('EMPTY_RANGE', { from, to });
  if (from < FIRST_MONTH || to > LAST_MONTH) return spot.fail('OUT_OF_RANGE', { value: `${from} – ${to}` });
  return { from, to, spot };
}

const period: Decoder<Period> = (value, spot) => {
  if (isPeriod(value)) return value;
  return value === undefined || value === null
    ? spot.missing()
    : spot.fail('NOT_A_PERIOD', { value: String(value).slice(0, 40) });
};

function readParameters(
  value: unknown,
  spot: Spot,
  place: { layer: string; rank: number },
  values: StatedValue[],
  undated: ParameterKey[],
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    spot.wrongType(value, 'mapping');
    return;
  }
  for (const [key, list] of Object.entries(value)) {
    const here = spot.at(key);
    if (!isParameterKey(key)) here.fail('POLICY_UNKNOWN_PARAMETER', { key: key.slice(0, 60) });
    else if (!Array.isArray(list)) {
      here.wrongType(list, 'list');
      undated.push(key);
    } else
      list.forEach((item, i) => {
        const stated = readValue(item, here.at(i), key, place);
        if (stated) values.push(stated);
        else undated.push(key);
      });
  }
}

function readValue(
  item: unknown,
  spot: Spot,
  key: ParameterKey,
  place: { layer: string; rank: number },
): StatedValue | undefined {
  const row = fields(item, spot, ['value', 'valid_from', 'valid_to', 'source', 'confidence', 'note']);
  if (!row) return undefined;
  const decode: Decoder<Json> = PARAMETERS[key].decode as Decoder<unknown> as Decoder<Json>;
  const value = decode(row.value, spot.at('value'));
  const source = line(row.source, spot.at('source')) ?? '';
  const confidence = choice(CONFIDENCES)(row.confidence, spot.at('confidence')) ?? 'unconfirmed';
  const note = row.note === undefined ? undefined : line(row.note, spot.at('note'));
  const validFrom = monthOrDate(row.valid_from, spot.at('valid_from'));
  const validTo = row.valid_to === undefined ? undefined : monthOrDate(row.valid_to, spot.at('valid_to'));
  if (validFrom === undefined || (row.valid_to !== undefined && validTo === undefined)) return undefined;
  if (validTo !== undefined && validTo <= validFrom)
    return spot.at('valid_to').fail('EMPTY_RANGE', { from: validFrom, to: validTo });
  return { key, ...place, value, validFrom, validTo, source, confidence, note, spot };
}
