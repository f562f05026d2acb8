/** Knows: how a Markdown tree becomes elements. Preact escapes every text in it. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { readInline, readMarkdown, type Block, type Inline } from '../markdown.ts';

export function Prose({ source }: { readonly source: string }) {
  const blocks = useMemo(() => readMarkdown(source), [source]);
  return <Blocks blocks={blocks} />;
}

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return <div class="prose">{blocks.map(blockNode)}</div>;
}

export function Inlines({ parts }: { readonly parts: readonly Inline[] }) {
  return <>{parts.map(inlineNode)}</>;
}

/** One line of a text. */
export function Line({ source }: { readonly source: string }) {
  return <Inlines parts={useMemo(() => readInline(source), [source])} />;
}

function blockNode(block: Block, key: number): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return (
        <p key={key}>
          {block.lines.map((parts, at) => (
            <>
              {at > 0 && <br />}
              {parts.map(inlineNode)}
            </>
          ))}
        </p>
      );
    case 'heading':
      // Not a heading of the page: its outline is the page's own.
      return (
        <p key={key} class="prose-heading">
          {block.parts.map(inlineNode)}
        </p>
      );
    case 'quote':
      return <blockquote key={key}>{block.blocks.map(blockNode)}</blockquote>;
    case 'list':
      return listNode(block, key);
    case 'code':
      return (
        <pre key={key} tabIndex={0}>
          {block.text}
        </pre>
      );
    case 'rule':
      return <hr key={key} />;
    default:
      return block satisfies never;
  }
}

function listNode(block: Extract<Block, { type: 'list' }>, key: number): ComponentChildren {
  const items = block.items.map((inner, at) => <li key={at}>{inner.map(blockNode)}</li>);
  return block.start === undefined ? (
    <ul key={key}>{items}</ul>
  ) : (
    <ol key={key} start={block.start}>
      {items}
    </ol>
  );
}

function inlineNode(part: Inline, key: number): ComponentChildren {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return <code key={key}>{part.text}</code>;
    case 'strong':
      return <strong key={key}>{part.parts.map(inlineNode)}</strong>;
    case 'emphasis':
      return <em key={key}>{part.parts.map(inlineNode)}</em>;
    default:
      return part satisfies never;
  }
}
