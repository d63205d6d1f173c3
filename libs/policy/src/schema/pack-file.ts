import { isPeriod, type Json, type LocalDate, type Period } from '@gridstaff/kernel';
import { parseDocument } from 'yaml';

import type { Confidence } from '../types';
import { choice, type Decoder, fields, monthOrDate, text } from './decoders';
import { type Findings, Spot } from './findings';
import { isParameterKey, PARAMETERS, type ParameterKey } from './parameters';

/** A pack as it lies in the policy folder: `<layer>/<name>.yaml`. */
export interface PackFile {
  readonly layer: string;
  /** Shown in findings, such as `430000/insurance.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** Months for which a region is complete, both included. */
export interface Coverage {
  readonly from: Period;
  readonly to: Period;
}

/** One dated value as its file states it. */
export interface StatedValue {
  readonly key: ParameterKey;
  readonly layer: string;
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
  if (!LAYER.test(file.layer)) return root.fail('POLICY_UNKNOWN_LAYER', { layer: file.layer.slice(0, 40) });
  const parsed = readYaml(file.text);
  if ('reason' in parsed) return root.fail('POLICY_NOT_YAML', { reason: parsed.reason });
  const content = fields(parsed.content, root, ['layer', 'coverage', 'parameters']);
  if (!content) return undefined;
  const layer = text(content.layer, root.at('layer'));
  if (layer !== undefined && layer !== file.layer)
    root.at('layer').fail('POLICY_OTHER_LAYER', { layer: layer.slice(0, 40), folder: file.layer });
  const coverage = content.coverage === undefined ? undefined : readCoverage(content.coverage, root.at('coverage'));
  const values: StatedValue[] = [];
  const undated: ParameterKey[] = [];
  if (content.parameters !== undefined)
    readParameters(content.parameters, root.at('parameters'), file.layer, values, undated);
  return { layer: file.layer, coverage, values, undated };
}

function readYaml(source: string): { content: unknown } | { reason: string } {
  const document = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: true });
  const broken = [...document.errors, ...document.warnings][0];
  if (broken) return { reason: (broken.message.split('\n')[0] ?? broken.code).replace(/:$/, '') };
  try {
    return { content: document.toJS() };
  } catch (error) {
    // An alias without its anchor, or too many of them, shows only when the values are built.
    return { reason: (error as Error).message };
  }
}

function readCoverage(value: unknown, spot: Spot): (Coverage & { spot: Spot }) | undefined {
  const row = fields(value, spot, ['from', 'to']);
  if (!row) return undefined;
  const from = period(row.from, spot.at('from'));
  const to = period(row.to, spot.at('to'));
  if (from === undefined || to === undefined) return undefined;
  if (to < from) return spot.fail('EMPTY_RANGE', { from, to });
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
  layer: string,
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
        const stated = readValue(item, here.at(i), key, layer);
        if (stated) values.push(stated);
        else undated.push(key);
      });
  }
}

function readValue(item: unknown, spot: Spot, key: ParameterKey, layer: string): StatedValue | undefined {
  const row = fields(item, spot, ['value', 'valid_from', 'valid_to', 'source', 'confidence', 'note']);
  if (!row) return undefined;
  const decode: Decoder<Json> = PARAMETERS[key].decode as Decoder<unknown> as Decoder<Json>;
  const value = decode(row.value, spot.at('value'));
  const source = text(row.source, spot.at('source')) ?? '';
  const confidence = choice(CONFIDENCES)(row.confidence, spot.at('confidence')) ?? 'unconfirmed';
  const note = row.note === undefined ? undefined : text(row.note, spot.at('note'));
  const validFrom = monthOrDate(row.valid_from, spot.at('valid_from'));
  const validTo = row.valid_to === undefined ? undefined : monthOrDate(row.valid_to, spot.at('valid_to'));
  if (validFrom === undefined || (row.valid_to !== undefined && validTo === undefined)) return undefined;
  if (validTo !== undefined && validTo <= validFrom)
    return spot.at('valid_to').fail('EMPTY_RANGE', { from: validFrom, to: validTo });
  return { key, layer, value, validFrom, validTo, source, confidence, note, spot };
}
