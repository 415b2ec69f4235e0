import { Kind, OperationTypeNode, parse } from 'graphql';

/**
 * True for a document that may make several changes, of which the first may be saved when the second is not: such a
 * one could not be run again. What stands in a fragment at the outermost counts as several. Throws graphql's
 * SyntaxError.
 */
export const makesSeveralChanges = (query: string): boolean =>
  parse(query, { maxTokens: 10_000, noLocation: true }).definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.MUTATION &&
      (definition.selectionSet.selections.length > 1 ||
        definition.selectionSet.selections.some(({ kind }) => kind !== Kind.FIELD)),
  );
