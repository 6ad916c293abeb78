# Hai lệnh chính: make demo, make test. Mọi bước chuẩn bị nằm trong deploy/bootstrap.py.
PYTHON ?= python3
BOOTSTRAP = @$(PYTHON) deploy/bootstrap.py
BIN = .venv/bin
PYTEST = $(BIN)/python -m pytest --numprocesses=2
# The law room is tested without Django, its servers and their conftest: it needs none of them.
LAW_PYTEST = $(BIN)/python -m pytest -o addopts= --noconftest -p no:django -p no:xdist
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

cover: ## Đo độ phủ nhánh của phòng luật, phải đủ 100 %
	$(BOOTSTRAP) dev
	$(LAW_PYTEST) tests/law --cov --cov-report=term-missing:skip-covered --cov-fail-under=100

mutate: ## Kiểm thử đột biến phòng luật, phải phát hiện từ 95 % (khoảng 5 phút)
	$(BOOTSTRAP) dev
	rm -rf mutants
	$(BIN)/mutmut run --max-children 2
	@$(BIN)/mutmut results
	@$(BIN)/mutmut export-cicd-stats >/dev/null
	@$(BIN)/python -c "import json, sys; found = json.load(open('mutants/mutmut-cicd-stats.json')); \
	  killed, total = found['killed'] + found['timeout'], found['total']; \
	  print(f'Phát hiện {killed}/{total} đột biến ({killed / total:.1%})'); sys.exit(killed < 0.95 * total)"

bench: ## Đo thời gian tính hạn, tính lại 100.000 hạn, nhập, nhập lại, xuất sổ có 40.000 đơn
	$(BOOTSTRAP) dev
	$(LAW_PYTEST) deploy/bench_deadlines.py --benchmark-columns=median,mean,stddev,rounds
	$(BIN)/python deploy/bench_recount.py
	$(BIN)/python deploy/bench_register.py

lock: ## Khóa lại phiên bản các gói sau khi sửa deploy/requirements/*.in
	$(BOOTSTRAP) dev
	@cd deploy/requirements && for set in runtime dev node; do \
	  ../../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links $$set.in -o $$set.txt || exit 1; done

.PHONY: help setup demo run test check cover mutate bench lock
