"""Executes notebooks and holds their outputs against the committed ones.

    execute.py [--kernel tslab|deno] [--update] FILE...

Fails where a cell fails, with the error's text, and where an output is not what the file says. --update writes the new
outputs instead. What differs from one execution to the next, and says nothing, is left out of the files: times, counters
and folders of this machine.
"""

import argparse
import difflib
import json
import queue
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

HERE = Path(__file__).resolve().parent
MOST_BYTES = 1_500_000
SECONDS_A_CELL = 600
SECONDS_LATE = 0.3
VEGA = "application/vnd.vegalite.v5+json"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def main(words):
    parser = argparse.ArgumentParser()
    parser.add_argument("--kernel", choices=["tslab", "deno"], default="tslab")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("files", nargs="+", type=Path)
    asked = parser.parse_args(words)
    failed = [file for file in asked.files if not one(file, asked.update, asked.kernel)]
    if failed:
        names = ", ".join(file.name for file in failed)
        print(f"{len(failed)} of {len(asked.files)} notebooks failed: {names}", file=sys.stderr)
    return 1 if failed else 0


def one(file, update, kernel):
    book = nbformat.read(file, as_version=4)
    before = [facts(cell) for cell in code(book)]
    complaint = execute(book, kernel)
    tidy(book)
    if complaint is None and update:
        return write(book, file)
    if complaint is None:
        complaint = difference(book, before)
    print(f"{file.name}: {'ok' if complaint is None else 'FAILED'}", flush=True)
    if complaint is not None:
        print(f"{file.name}: {complaint}", file=sys.stderr, flush=True)
    return complaint is None


def code(book):
    return [cell for cell in book.cells if cell.cell_type == "code"]


def execute(book, kernel):
    """None, or what went wrong. tslab reports an error with no text of its own: that stands on stderr."""
    for cell in code(book):
        cell.outputs = []
    where = {"metadata": {"path": str(HERE)}}
    client = NotebookClient(book, timeout=SECONDS_A_CELL, kernel_name=kernel, resources=where)
    late = []
    if kernel == "deno":
        client.on_cell_executed = lambda cell, cell_index, **_: wait_for_late(client, cell, cell_index, late)
    failed = None
    try:
        client.execute()
    except CellTimeoutError:
        failed = f"a cell took more than {SECONDS_A_CELL} seconds"
    except DeadKernelError:
        failed = "the kernel died"
    except CellExecutionError as error:
        failed = str(error)
    if late and failed is None:
        return f"shown after the end of its cell, where JupyterLab loses it:\n{late[0]}"
    for number, cell in enumerate(code(book), start=1):
        said = "".join(out.text for out in cell.outputs if out.output_type == "stream" and out.name == "stderr")
        if said:
            return f"code cell {number} failed:\n{COLOUR.sub('', said).rstrip()}"
    return failed


async def wait_for_late(client, cell, cell_index, late):
    """Deno's kernel says that a cell is done before it has sent all that was logged. What `show` gives must not be late."""
    while True:
        try:
            message = await client.kc.get_iopub_msg(timeout=SECONDS_LATE)
        except queue.Empty:
            return
        if message["msg_type"] == "display_data":
            late.append(message["content"]["data"].get("text/plain", ""))
        client.process_message(message, cell, cell_index)


def tidy(book):
    """Joins pieces of one stream, which come as they please, and drops what only this execution knows."""
    for number, cell in enumerate(code(book), start=1):
        cell.execution_count = number
        cell.metadata.pop("execution", None)
        joined = []
        for out in cell.outputs:
            out.pop("transient", None)
            if out.output_type == "execute_result":
                out.execution_count = number
            if out.output_type == "stream":
                out.text = COLOUR.sub("", out.text).replace(str(HERE.parent), "…")
            last = joined[-1] if joined else None
            if last and out.output_type == last.output_type == "stream" and out.name == last.name:
                last.text += out.text
            else:
                joined.append(out)
        cell.outputs = joined
    book.metadata.pop("signature", None)
    book.metadata["language_info"] = {"file_extension": ".ts", "mimetype": "text/typescript", "name": "typescript"}


def facts(cell):
    """What a cell says: its texts, and the rows of its charts. How they are drawn may change."""
    lines = []
    for out in cell.outputs:
        if out.output_type == "stream":
            lines += out.text.rstrip().split("\n")
        elif out.output_type in ("display_data", "execute_result"):
            lines += str(out.data.get("text/plain", "")).rstrip().split("\n")
            for _, rows in sorted((out.data.get(VEGA) or {}).get("datasets", {}).items()):
                lines += [json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows]
    return lines


def difference(book, before):
    for number, (cell, old) in enumerate(zip(code(book), before), start=1):
        new = facts(cell)
        if new != old:
            diff = difflib.unified_diff(old, new, "committed", "now", n=1, lineterm="")
            return f"code cell {number} says something else:\n" + "\n".join(list(diff)[:40])
    return None


def write(book, file):
    text = nbformat.writes(book, indent=1) + "\n"
    if str(HERE.parent) in text:
        print(f"{file.name}: an output holds a folder of this machine", file=sys.stderr)
        return False
    if len(text.encode()) > MOST_BYTES:
        print(f"{file.name}: {len(text.encode())} bytes, more than {MOST_BYTES}", file=sys.stderr)
        return False
    file.write_text(text, encoding="utf-8")
    print(f"{file.name}: written, {len(text.encode()) // 1024} KB", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
