# The tasks of this project; "make" alone lists them.
#
# Python packages go into .venv, so the system's Python stays as it is. System libraries are installed only on
# Debian and its kin, through apt-get, and only those that are missing.

PYTHON :=
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet
LOCK := requirements.lock
REST_OF_LOCK := --- for the checks only ---

# What Qt loads on a bare Debian: always, to draw on a screen (X11, then Wayland), to find printers.
SYSTEM := libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon0 \
          libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 \
          libwayland-cursor0 libwayland-egl1 \
          libcups2
# The checks also read PDF files back, open windows on a virtual screen and watch what is written to the disk.
SYSTEM_CHECKS := poppler-utils strace xauth xvfb

SOURCES := $(wildcard roadmap_desktop/*.py roadmap_desktop/*/*.py roadmap_desktop/*/*/*.py)
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard translations/*.ts))

# The stamp says for which folder and which Python .venv was made: a moved folder or a new Python makes it worthless.
READY := $(VENV)/.ready
READY_FOR = $(CURDIR) $$(readlink -f $(RUN))
ifneq ($(shell [ -x $(RUN) ] && [ "$$(cat $(READY) 2>&1)" = "$(READY_FOR)" ] && echo yes),yes)
.PHONY: $(READY)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help start check translations screenshots benchmarks faults worlds lock clean system-checks

help: ## list these tasks
	@awk -F ' ## ' '/^[a-z]+:.* ## / { sub(/:.*/, "", $$1); printf "  make %-13s %s\n", $$1, $$2 }' Makefile

start: $(READY) $(TRANSLATIONS) $(VENV)/.compiled ## install what is missing and start the app; FILE=my.roadmap opens that file
	@exec $(RUN) -m roadmap_desktop $(if $(filter command line,$(origin FILE)),"$$FILE")

check: system-checks $(READY) ## install what is missing, then run every check and test; TESTS=tests/store runs only those tests
	@$(PIP) install --require-hashes --requirement $(LOCK)
	@$(RUN) translations/build.py
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest --numprocesses auto $(TESTS)

translations: $(READY) ## collect the texts to translate into translations/*.ts and compile them
	@$(RUN) translations/build.py --update
	@$(RUN) translations/build.py

screenshots: system-checks $(READY) ## draw every window on a virtual screen, into screenshots/
	@$(PIP) install --require-hashes --requirement $(LOCK)
	@$(RUN) translations/build.py
	env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb \
	    xvfb-run --auto-servernum --server-args '-screen 0 4096x2304x24' $(RUN) -m tests.screenshots

benchmarks: system-checks $(READY) ## measure speed and memory, as ratios within one run
	@$(PIP) install --require-hashes --requirement $(LOCK)
	@$(RUN) translations/build.py
	$(RUN) -m tests.benchmarks

faults: system-checks $(READY) ## kill, cut, damage and fill the disk under the program, thousands of times
	@$(PIP) install --require-hashes --requirement $(LOCK)
	$(RUN) -m tests.faults

worlds: system-checks $(READY) ## let copies be written in, sent and taken in in every order, in hundreds of worlds
	@$(PIP) install --require-hashes --requirement $(LOCK)
	$(RUN) -m tests.worlds

# The lock serves every system and names no address. Its first part is all that starting the app needs.
lock: ## pin the newest versions that pyproject.toml allows, with their hashes
	@$(find_python); \
	work=$$(mktemp -d); trap 'rm -r "$$work"' EXIT; \
	"$$python" -m venv "$$work/venv"; \
	"$$work/venv/bin/python" -m pip --disable-pip-version-check --quiet install uv; \
	compile() { \
	    echo hatchling | "$$work/venv/bin/python" -m uv --quiet --no-config pip compile --universal \
	        --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml - "$$@"; \
	}; \
	split() { awk "NR == FNR { first[\$$1]; next } /^[^ ]/ { here = \$$1 in first } $$1" "$$work/first" "$$work/all"; }; \
	compile --extra checks --output-file "$$work/all" >/dev/null; \
	compile --constraints "$$work/all" --output-file "$$work/first" >/dev/null; \
	{ \
	    echo '# Made by "make lock" from pyproject.toml: every version with the hashes of its files for every system.'; \
	    split here; \
	    echo '# $(REST_OF_LOCK)'; \
	    split '!here'; \
	} >"$$work/lock"; \
	cp "$$work/lock" $(LOCK)

clean: ## remove all that these tasks have made, .venv included
	rm -rf $(VENV) build dist screenshots .hypothesis .mypy_cache .pytest_cache .ruff_cache translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------------------------------------ what the tasks stand on

$(READY): $(LOCK) Makefile pyproject.toml translations/build.py
	@$(call install_system,$(SYSTEM))
	@$(find_python); \
	if ! $(RUN) -m pip --version >/dev/null 2>&1 \
	    || { [ -e $(READY) ] && [ "$$(cat $(READY))" != "$(READY_FOR)" ]; }; then \
	    echo 'Setting up $(VENV): about 100 MB come over the network and take 350 MB here.'; \
	    "$$python" -m venv --clear $(VENV); \
	fi
	@sed '/^# $(REST_OF_LOCK)/,$$d' $(LOCK) >$(VENV)/start.lock
	@$(PIP) install --require-hashes --requirement $(VENV)/start.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@echo "$(READY_FOR)" >$@

# pip has compiled the packages; this compiles ours, which halves the time the app takes to start.
$(VENV)/.compiled: $(READY) $(SOURCES)
	@$(RUN) -m compileall -q roadmap_desktop
	@touch $@

translations/%.qm: translations/%.ts | $(READY)
	@$(RUN) translations/build.py

system-checks:
	@$(call install_system,$(SYSTEM) $(SYSTEM_CHECKS))

# Sets $python to the first Python that is new enough and can make a virtual environment.
define find_python
set -e; python=; \
for candidate in $(or $(PYTHON),python3 python3.13 python3.12 python3.11); do \
    if "$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
        python=$$candidate; \
        break; \
    fi; \
done; \
if [ -z "$$python" ]; then \
    echo 'No Python 3.11 or newer with its venv module was found.' \
        'Where there is one under another name, add PYTHON=/path/to/python3 to the command.' >&2; \
    exit 1; \
fi
endef

# Installs those of the packages $(1) that are missing. Newer releases end some names in "t64".
define install_system
set -e; wanted='$(strip $(1))'; \
python3 -c 'import ensurepip, venv' 2>/dev/null || wanted="python3-venv $$wanted"; \
if ! command -v apt-get >/dev/null; then \
    [ -e $(READY) ] || echo "There is no apt-get here. Should the app not start, install what Debian calls" \
        "$$wanted under the names this system has for them." >&2; \
    exit 0; \
fi; \
have=$$(dpkg-query --show --showformat '$${db:Status-Status} $${Package} \n' $$wanted $(addsuffix t64,$(1)) 2>/dev/null \
    | sed -n 's/^installed / /p'); \
missing=; \
for package in $$wanted; do \
    case "$$have" in *" $$package "* | *" $${package}t64 "*) ;; *) missing="$$missing $$package" ;; esac; \
done; \
[ -n "$$missing" ] || exit 0; \
sudo=; \
[ "$$(id -u)" -eq 0 ] || sudo=sudo; \
echo "Installing system packages:$$missing" >&2; \
command -v $${sudo:-env} >/dev/null \
    && { $$sudo apt-get -qq update || true; } \
    && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends $$missing >&2 \
    || echo "They could not be installed. Ask someone who may: apt-get install$$missing" >&2
endef
