# Hai lệnh chính: make demo, make test. Mọi bước chuẩn bị nằm trong deploy/bootstrap.py.
PYTHON ?= python3
BOOTSTRAP = @$(PYTHON) deploy/bootstrap.py
BIN = .venv/bin
PYTEST = $(BIN)/python -m pytest --numprocesses=2
ROOMS = lucba reception complaints reports
DEPLOYED = env -u DATABASE_URL -u REDIS_URL -u SECRET_KEY -u LUCBA_DEMO DEBUG=false HTTPS=true \
  ALLOWED_HOSTS=tiepcongdan.example.vn LUCBA_VAR=var/check LOG_LEVEL=WARNING

help: ## Liệt kê các lệnh
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 9

setup: ## Chuẩn bị máy: thư viện, .venv, giao diện
	$(BOOTSTRAP) setup

demo: ## Chạy bản trình diễn với UBND xã Lục Ba (PORT=8000)
	$(BOOTSTRAP) demo

run: ## Chạy hệ thống thật theo biến môi trường (DATABASE_URL, REDIS_URL, PORT…)
	$(BOOTSTRAP) run

test: ## Chạy toàn bộ kiểm thử trên SQLite, rồi trên PostgreSQL và Valkey (ARGS=tests/law)
	$(BOOTSTRAP) dev
	@$(PYTEST) --on=sqlite $(ARGS); first=$$?; $(PYTEST) --on=postgres $(ARGS) && exit $$first

check: ## Kiểm tra mã: ruff, mypy, import-linter, djLint, migrations, check --deploy
	$(BOOTSTRAP) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(ROOMS)
	$(BIN)/lint-imports
	$(BIN)/djlint templates --quiet --lint
	$(DEPLOYED) $(BIN)/python manage.py makemigrations --check --dry-run
	$(DEPLOYED) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python deploy/committed_files.py

bench: ## Đo thời gian nhập, nhập lại, xuất sổ có 40.000 đơn
	$(BOOTSTRAP) dev
	$(BIN)/python deploy/bench_register.py

lock: ## Khóa lại phiên bản các gói sau khi sửa deploy/requirements/*.in
	$(BOOTSTRAP) dev
	@cd deploy/requirements && for set in runtime dev node; do \
	  ../../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links $$set.in -o $$set.txt || exit 1; done

.PHONY: help setup demo run test check bench lock
