#!/bin/sh
# Writes the lock files anew: versions and hashes of the public packages, never an address.
#
#     sh scripts/lock.sh                    (make lock calls it: the newest versions allowed)
#     sh scripts/lock.sh --keep             (only what pyproject.toml or package.json now asks for)
#
# One lock serves every Python from 3.11 on Linux, macOS and Windows. `uv` asks only the public index, so the hashes
# hold on every machine.
set -eu
cd "$(dirname "$0")/.."
upgrade=--upgrade
if [ "${1:-}" = --keep ]; then upgrade=; fi
uv=$(command -v uv || echo .venv/bin/uv)
"$uv" --version >/dev/null 2>&1 || { echo "make lock needs uv: run 'make setup' first." >&2; exit 1; }

lock() {
    into=$1
    shift
    # $upgrade is one word or none.
    # shellcheck disable=SC2086
    "$uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-annotate --no-header $upgrade --output-file "requirements/$into" "$@" >/dev/null
}

lock runtime.txt pyproject.toml
lock dev.txt pyproject.toml --extra tables --group dev --constraints requirements/runtime.txt
lock uv.txt requirements/uv.in
lock node.txt requirements/node.in

if command -v npm >/dev/null 2>&1; then
    (
        cd frontend
        [ -z "$upgrade" ] || rm -f package-lock.json
        npm install --package-lock-only --ignore-scripts --loglevel=error
        node -e '
            // What each author asks for in donations is an address too, and no part of a lock.
            const fs = require("fs"), lock = JSON.parse(fs.readFileSync("package-lock.json"))
            for (const held of Object.values(lock.packages)) { delete held.funding; delete held.resolved }
            fs.writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n")'
    )
else
    echo "No npm here: frontend/package-lock.json is left as it was." >&2
fi
