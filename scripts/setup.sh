#!/bin/sh
# Makes .venv as the lock files say: Python packages with checked hashes, the web libraries, then dragoman itself.
#
#     sh scripts/setup.sh         (make calls it)
#     PYTHON=python3.12 make demo (to choose the Python)
#
# Uses the machine's uv where there is one, else puts a locked uv into .venv. Never downloads a Python.
set -eu
cd "$(dirname "$0")/.."
export UV_PYTHON_DOWNLOADS=never
# A set-up inside another active environment must not write there.
unset VIRTUAL_ENV CONDA_PREFIX PYTHONHOME PYTHONPATH

venv=.venv
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$name" -c "$new_enough" 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    stop "dragoman needs Python 3.11 or newer and found none: install one, or name it, as in: make PYTHON=/path/to/python3.12"
}

make_venv() {
    if "$venv/bin/python" -c "$new_enough" 2>/dev/null; then return; fi
    rm -rf "$venv"
    python=$(find_python)
    say "Making $venv with $("$python" --version)."
    if [ -n "$uv" ]; then
        "$uv" venv --quiet --python "$python" "$venv"
    elif ! "$python" -m venv "$venv" >/dev/null 2>&1; then
        # Debian's Python may come without ensurepip; a pip outside can still fill a bare environment.
        rm -rf "$venv"
        "$python" -m venv --without-pip "$venv" >/dev/null 2>&1 && "$python" -m pip --version >/dev/null 2>&1 || no_venv
    fi
}

no_venv() {
    rm -rf "$venv"
    stop "This Python can make no virtual environment. Install its venv package (on Debian or Ubuntu: apt-get install python3-venv) or uv, then run make again."
}

get_uv() {
    if [ -n "$uv" ]; then return; fi
    uv="$venv/bin/uv"
    if "$uv" --version >/dev/null 2>&1; then
        install --require-hashes -r requirements/uv.txt
        return
    fi
    if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
    else
        "$(find_python)" -m pip --python "$venv/bin/python" install --quiet --disable-pip-version-check \
            --require-hashes -r requirements/uv.txt
    fi
}

install() { "$uv" pip install --quiet --python "$venv/bin/python" "$@"; }

uv=$(command -v uv || true)
make_venv
get_uv
say "Installing what the lock files name (the first time takes a minute or two)."
# PyMeeus (for tests) comes as source only: what builds it is held to the lock as well.
install --require-hashes --build-constraints requirements/dev.txt -r requirements/dev.txt
if ! "$venv/bin/python" -c 'import sys, hatch_build; sys.exit(not hatch_build.machine_npm())'; then
    say "No Node.js 18 or newer here: taking it as a Python package."
    install --require-hashes -r requirements/node.txt
fi
install --no-deps --no-build-isolation --editable .
say "Set up."
