-- The whole database of tuijin (推进), readable from top to bottom. `tuijin init` executes it.
--
-- Memory (docs/house.md): every noun that can change is a table of versions `x_v`. A row is valid
-- from operation `since` up to, but not including, operation `until`; the largest integer means
-- "now". `author` is the operation whose content the row holds; `src` and `src_row` name the file
-- and row it was read from. `seal` is a checksum over the row's content, by which `check` notices a
-- single damaged cell. Nothing is deleted, a closed row never changes. Codes live in `x_id`, so they
-- are never reused. Reading SQL says `FROM project`: the views at the end show what holds now; a look
-- at a past day replaces them by temporary views.
--
-- Amounts are US cents (美分); days are 'YYYY-MM-DD', months the number yyyymm, both as the clerk
-- counts them; a date given only as a month is 'YYYY-MM'.

PRAGMA application_id = 1953852014; -- 'tujn'
PRAGMA user_version = 5;

-- What was done (操作): one row per command that changed something.

CREATE TABLE operation (
  id        INTEGER PRIMARY KEY,
  day       TEXT NOT NULL,             -- local day of the record; never falls
  clock     TEXT NOT NULL,             -- the machine's clock, with its offset
  operator  TEXT NOT NULL,
  command   TEXT NOT NULL,             -- key of the command
  argv      TEXT NOT NULL,             -- as typed, JSON array
  reason    TEXT,
  override  TEXT,                      -- reason of an override
  approver  TEXT,                      -- who approved the override
  correction INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1)), -- 更正: a fact of the past set right
  undoes    INTEGER REFERENCES operation (id),
  redoes    INTEGER REFERENCES operation (id),
  program   TEXT NOT NULL              -- version of the program
) STRICT;

CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX operation_redoes ON operation (redoes) WHERE redoes IS NOT NULL;

-- Which version rows an operation wrote.
CREATE TABLE touch (
  op      INTEGER NOT NULL REFERENCES operation (id),
  tbl     TEXT NOT NULL,
  first_v INTEGER NOT NULL,
  last_v  INTEGER NOT NULL,
  PRIMARY KEY (op, tbl, first_v)
) STRICT, WITHOUT ROWID;

-- A file that was read (来源), with the account of its rows.
CREATE TABLE source (
  id        INTEGER PRIMARY KEY,
  op        INTEGER NOT NULL REFERENCES operation (id),
  file      TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  encoding  TEXT NOT NULL,
  new       INTEGER NOT NULL,
  changed   INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  to_screen INTEGER NOT NULL,
  rejected  INTEGER NOT NULL,
  ignored   INTEGER NOT NULL
) STRICT;
CREATE INDEX source_op ON source (op);

-- Settings of the office (设置): city, fonts, and the like.

CREATE TABLE setting_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE setting_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES setting_id (id),
  value TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_now ON setting_v (id) WHERE until = 9223372036854775807;
CREATE INDEX setting_past ON setting_v (id, until, since);

-- Standards (规则): every version with effective date and clause.

CREATE TABLE rule_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- name@effective day
CREATE TABLE rule_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES rule_id (id),
  name TEXT NOT NULL, value INTEGER NOT NULL, effective TEXT NOT NULL, clause TEXT NOT NULL,
  example INTEGER NOT NULL CHECK (example IN (0, 1)),
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX rule_now ON rule_v (id) WHERE until = 9223372036854775807;
CREATE INDEX rule_past ON rule_v (id, until, since);

-- Working days (工作日): the days on which the yearly notices depart from Monday to Friday.

CREATE TABLE holiday_v ( -- id is the day as yyyymmdd
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  day TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('off', 'work')), name TEXT NOT NULL, source TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX holiday_now ON holiday_v (id) WHERE until = 9223372036854775807;
CREATE INDEX holiday_past ON holiday_v (id, until, since);

-- Origins (国别地区) and their groups 港台 / 欧美 / 日韩 / 其他.

CREATE TABLE origin_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- ISO 3166
CREATE TABLE origin_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES origin_id (id),
  name TEXT NOT NULL, english TEXT NOT NULL,
  grp TEXT NOT NULL CHECK (grp IN ('hmt', 'west', 'jk', 'other')),
  aliases TEXT NOT NULL,               -- separated by '|'
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX origin_now ON origin_v (id) WHERE until = 9223372036854775807;
CREATE INDEX origin_past ON origin_v (id, until, since);

-- Districts (板块), departments (部门) and their people.

CREATE TABLE district_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE district_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES district_id (id),
  name TEXT NOT NULL, short TEXT NOT NULL, english TEXT NOT NULL, aliases TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX district_now ON district_v (id) WHERE until = 9223372036854775807;
CREATE INDEX district_past ON district_v (id, until, since);

CREATE TABLE department_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE department_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES department_id (id),
  short TEXT NOT NULL, full TEXT NOT NULL, english TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('government', 'vertical', 'enterprise')),
  aliases TEXT NOT NULL, example INTEGER NOT NULL CHECK (example IN (0, 1)),
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX department_now ON department_v (id) WHERE until = 9223372036854775807;
CREATE INDEX department_past ON department_v (id, until, since);

CREATE TABLE contact_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE contact_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES contact_id (id),
  district INTEGER REFERENCES district_id (id), department INTEGER REFERENCES department_id (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'liaison', 'officer')),
  person TEXT NOT NULL, post TEXT, phone TEXT,
  valid_from TEXT NOT NULL, valid_to TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL,
  CHECK ((district IS NULL) <> (department IS NULL))
) STRICT;
CREATE UNIQUE INDEX contact_now ON contact_v (id) WHERE until = 9223372036854775807;
CREATE INDEX contact_past ON contact_v (id, until, since);

-- What a sender means: its own headings, and how its forms write 到账.

CREATE TABLE heading_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- district/heading
CREATE TABLE heading_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES heading_id (id),
  district INTEGER REFERENCES district_id (id), heading TEXT NOT NULL, field TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX heading_now ON heading_v (id) WHERE until = 9223372036854775807;
CREATE INDEX heading_past ON heading_v (id, until, since);

CREATE TABLE sender_v ( -- id is the district
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES district_id (id),
  paid_in TEXT NOT NULL CHECK (paid_in IN ('month', 'year', 'total')),
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sender_now ON sender_v (id) WHERE until = 9223372036854775807;
CREATE INDEX sender_past ON sender_v (id, until, since);

-- Exchange rates (折算率): US dollars per unit of the currency, times 10^6, by month.

CREATE TABLE rate_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- CNY-2020-02
CREATE TABLE rate_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES rate_id (id),
  currency TEXT NOT NULL CHECK (length(currency) = 3), month INTEGER NOT NULL,
  micro INTEGER NOT NULL CHECK (micro > 0), source TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX rate_now ON rate_v (id) WHERE until = 9223372036854775807;
CREATE INDEX rate_past ON rate_v (id, until, since);

-- Projects (项目). Stage and amounts are those of `month`, the latest month on record.

CREATE TABLE project_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- XM2020-0001
CREATE TABLE project_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES project_id (id),
  name TEXT NOT NULL, investor TEXT, parent TEXT,
  origin INTEGER REFERENCES origin_id (id),
  district INTEGER NOT NULL REFERENCES district_id (id),
  industry TEXT,
  month INTEGER NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('negotiating', 'signed', 'registered', 'started', 'completed', 'production')),
  total INTEGER, planned_fdi INTEGER, registered_fdi INTEGER, capital INTEGER, contract INTEGER, paid_in INTEGER, invested INTEGER,
  basis TEXT NOT NULL,                 -- keys separated by '|'; empty for an exception
  leader TEXT, responsible TEXT, tracker TEXT,
  expansion INTEGER NOT NULL CHECK (expansion IN (0, 1)),
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  remarks TEXT,
  entered TEXT NOT NULL, entered_month INTEGER NOT NULL,
  left_day TEXT, left_month INTEGER,
  exit_ground TEXT, exit_reason TEXT,  -- why it left; the stage stays as it was
  name_key TEXT NOT NULL,              -- identity key of the name
  search TEXT NOT NULL,                -- normalised text that `--text` looks in
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX project_now ON project_v (id) WHERE until = 9223372036854775807;
CREATE INDEX project_past ON project_v (id, until, since);
CREATE INDEX project_name ON project_v (district, name_key) WHERE until = 9223372036854775807;

-- One row for each investor of a project as it is now, so that near duplicates are found by index.
CREATE TABLE investor_v ( -- id = project * 100 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id), key TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX investor_now ON investor_v (id) WHERE until = 9223372036854775807;
CREATE INDEX investor_past ON investor_v (id, until, since);
CREATE INDEX investor_key ON investor_v (key) WHERE until = 9223372036854775807;

CREATE TABLE milestone_v ( -- id = project * 100 + place of the stage
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id), stage TEXT NOT NULL,
  reached TEXT,                        -- day or month; NULL: taken back
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX milestone_now ON milestone_v (id) WHERE until = 9223372036854775807;
CREATE INDEX milestone_past ON milestone_v (id, until, since);

CREATE TABLE work_v ( -- id = project * 100 + place of the item
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id), item TEXT NOT NULL,
  planned TEXT, actual TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX work_now ON work_v (id) WHERE until = 9223372036854775807;
CREATE INDEX work_past ON work_v (id, until, since);

-- An amount that was written in another currency, with the rate it was converted at.
CREATE TABLE original_v ( -- id = (project * 1000000 + month) * 10 + place of the quantity
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id), quantity TEXT NOT NULL, month INTEGER NOT NULL,
  currency TEXT NOT NULL, hundredths INTEGER NOT NULL,
  rate_month INTEGER NOT NULL, rate_micro INTEGER NOT NULL, rate_source TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX original_now ON original_v (id) WHERE until = 9223372036854775807;
CREATE INDEX original_past ON original_v (id, until, since);

-- What the rules said when a project entered or left, with an override if there was one.
CREATE TABLE verdict_id (id INTEGER PRIMARY KEY, project INTEGER NOT NULL REFERENCES project_id (id)) STRICT;
CREATE INDEX verdict_project ON verdict_id (project);
CREATE TABLE verdict_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES verdict_id (id),
  project INTEGER NOT NULL REFERENCES project_id (id),
  kind TEXT NOT NULL DEFAULT 'entry' CHECK (kind IN ('entry', 'exit')),
  day TEXT NOT NULL, findings TEXT NOT NULL, -- JSON, with the rule versions
  override TEXT, approver TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX verdict_now ON verdict_v (id) WHERE until = 9223372036854775807;
CREATE INDEX verdict_past ON verdict_v (id, until, since);

-- A name a project had before (曾用名); it is still found by it.
CREATE TABLE alias_v ( -- id = project * 100 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id),
  name TEXT NOT NULL, name_key TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX alias_now ON alias_v (id) WHERE until = 9223372036854775807;
CREATE INDEX alias_past ON alias_v (id, until, since);
CREATE INDEX alias_name ON alias_v (name_key) WHERE until = 9223372036854775807;

-- What became of a project: it was merged (并入) into the other, or the other was split off (拆分) it.
CREATE TABLE link_v ( -- id = project * 10000000 + other
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merged', 'split')),
  project INTEGER NOT NULL REFERENCES project_id (id), other INTEGER NOT NULL REFERENCES project_id (id),
  day TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX link_now ON link_v (id) WHERE until = 9223372036854775807;
CREATE INDEX link_past ON link_v (id, until, since);
CREATE INDEX link_other ON link_v (other) WHERE until = 9223372036854775807;

-- An earlier time in the library of a project that entered again (再入库).
CREATE TABLE stay_v ( -- id = project * 100 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id),
  entered TEXT NOT NULL, entered_month INTEGER NOT NULL, left_day TEXT NOT NULL, left_month INTEGER NOT NULL,
  exit_ground TEXT NOT NULL, exit_reason TEXT, stage TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX stay_now ON stay_v (id) WHERE until = 9223372036854775807;
CREATE INDEX stay_past ON stay_v (id, until, since);

-- 正当理由: from one day up to another a clock of a project stands still.
CREATE TABLE excuse_v ( -- id = project * 1000 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id),
  clock TEXT NOT NULL CHECK (clock IN ('progress', 'report')),
  from_day TEXT NOT NULL, until_day TEXT NOT NULL, reason TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX excuse_now ON excuse_v (id) WHERE until = 9223372036854775807;
CREATE INDEX excuse_past ON excuse_v (id, until, since);

-- Monthly reports (月报). A filing is what a district sent for a month; a report is one project's
-- state in a month, from a filing or, where `filing` is NULL, from the clerk.

CREATE TABLE filing_v ( -- id = district * 1000000 + month
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  district INTEGER NOT NULL REFERENCES district_id (id), month INTEGER NOT NULL,
  revision INTEGER NOT NULL, received TEXT NOT NULL,
  nil INTEGER NOT NULL CHECK (nil IN (0, 1)), source INTEGER REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX filing_now ON filing_v (id) WHERE until = 9223372036854775807;
CREATE INDEX filing_past ON filing_v (id, until, since);

CREATE TABLE report_v ( -- id = project * 1000000 + month
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  project INTEGER NOT NULL REFERENCES project_id (id), month INTEGER NOT NULL,
  filing INTEGER, revision INTEGER,
  stage TEXT NOT NULL,
  total INTEGER, planned_fdi INTEGER, registered_fdi INTEGER, capital INTEGER, contract INTEGER, paid_in INTEGER, invested INTEGER,
  progress TEXT, problem TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX report_now ON report_v (id) WHERE until = 9223372036854775807;
CREATE INDEX report_past ON report_v (id, until, since);

-- What districts applied for and a person decides (甄别).
CREATE TABLE candidate_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- JZ2020-0001
CREATE TABLE candidate_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES candidate_id (id),
  kind TEXT NOT NULL CHECK (kind IN ('entry', 'change', 'exit')),
  district INTEGER NOT NULL REFERENCES district_id (id), month INTEGER NOT NULL,
  project INTEGER REFERENCES project_id (id),
  name TEXT NOT NULL, name_key TEXT NOT NULL,
  draft TEXT NOT NULL,                 -- JSON: field -> value
  findings TEXT NOT NULL,              -- JSON
  state TEXT NOT NULL CHECK (state IN ('waiting', 'admitted', 'returned', 'withdrawn')),
  reason TEXT, source INTEGER REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX candidate_now ON candidate_v (id) WHERE until = 9223372036854775807;
CREATE INDEX candidate_past ON candidate_v (id, until, since);
CREATE INDEX candidate_project ON candidate_v (project, month) WHERE until = 9223372036854775807;
CREATE INDEX candidate_waiting ON candidate_v (district, name_key) WHERE until = 9223372036854775807 AND state = 'waiting';

-- What a district's report says is in the way of a project (诉求线索): one item of a 存在问题 cell, or
-- one row of a 诉求清单. Nothing is logged by itself: the clerk takes it as an appeal, or drops it.
CREATE TABLE clue_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- XS2020-0001
CREATE TABLE clue_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES clue_id (id),
  kind TEXT NOT NULL CHECK (kind IN ('problem', 'listed')),
  project INTEGER NOT NULL REFERENCES project_id (id), month INTEGER NOT NULL,
  cells TEXT NOT NULL,                 -- JSON: column of the list -> text as the district wrote it
  text_key TEXT NOT NULL,              -- normalised text by which it is the same again
  mark TEXT CHECK (mark IN ('solved', 'unsolved')), -- 【已解决】【未解决】 as the district wrote
  city INTEGER NOT NULL CHECK (city IN (0, 1)), -- 需市级协调
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'dropped', 'withdrawn')),
  reason TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX clue_now ON clue_v (id) WHERE until = 9223372036854775807;
CREATE INDEX clue_past ON clue_v (id, until, since);
CREATE INDEX clue_project ON clue_v (project, text_key) WHERE until = 9223372036854775807;

-- Appeals (诉求). What a firm asks for and what became of it. `appeal` holds the words; what happened
-- to it stands in `event`, one row each, with the day it happened; nothing about its course is kept
-- twice. `event.state` is the state the event leads to, NULL where it leads to none: the state on any
-- day is that of the last event of that day or before, and
--     上月结转 + 本月新增 + 本月重开 − 本月办结 − 本月终止/撤回 = 月末在办
-- holds because those are all the ways from one state to another:
--
--   logged ─▶ incomplete 待补充 ◀──▶ sent_back 退回补充        amended leads on to ready once the five
--         └─▶ ready 待交办 ◀── amended, admitted (例外)        tests pass, or an exception is approved
--             ready ──dispatched──▶ dispatched 办理中          returned by all who were asked ─▶ ready
--             dispatched ──closed──▶ closed 已办结 ──reopened──▶ dispatched
--             any of these ──▶ withdrawn 撤回, terminated 终止 ──reopened──▶ ready or incomplete
--
-- A letter (函) goes to one department; a dispatch (交办) is one appeal in one letter, with its due day
-- as it was notified. Replies, extensions, returns and reminders are events of a dispatch; whether it
-- is answered follows from them. An outcome (成效) is an event like the others: the one of the latest
-- day holds, and none means 办理中. What others did late is recorded as it was, with a finding.

CREATE TABLE category_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- land
CREATE TABLE category_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES category_id (id),
  name TEXT NOT NULL, english TEXT NOT NULL,
  aliases TEXT NOT NULL,               -- separated by '|'
  departments TEXT NOT NULL,           -- keys of those that handle it, separated by '|'; empty: any
  example INTEGER NOT NULL CHECK (example IN (0, 1)),
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX category_now ON category_v (id) WHERE until = 9223372036854775807;
CREATE INDEX category_past ON category_v (id, until, since);

-- A round (批次) of appeals, with the day of the meeting it is meant for, as far as it is known.
CREATE TABLE round_v ( -- id is the month as yyyymm
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  meeting TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX round_now ON round_v (id) WHERE until = 9223372036854775807;
CREATE INDEX round_past ON round_v (id, until, since);

CREATE TABLE appeal_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- SQ2020-0001
CREATE TABLE appeal_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES appeal_id (id),
  project INTEGER NOT NULL REFERENCES project_id (id),
  round INTEGER NOT NULL,              -- yyyymm
  background TEXT, problem TEXT, purpose TEXT, target TEXT, suggestion TEXT, -- the five fields as written
  departments TEXT NOT NULL,           -- ids of the departments that target names, the lead first, separated by '|'
  category INTEGER REFERENCES category_id (id),
  raised_by TEXT, raised_on TEXT,      -- by whom and when, at the firm or the district
  urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  amount INTEGER,                      -- at stake
  findings TEXT NOT NULL,              -- what the five tests say of it, JSON
  purpose_key TEXT NOT NULL,           -- normalised purpose, by which the same appeal is known again
  search TEXT NOT NULL,                -- normalised text of the five fields
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX appeal_now ON appeal_v (id) WHERE until = 9223372036854775807;
CREATE INDEX appeal_past ON appeal_v (id, until, since);
CREATE INDEX appeal_project ON appeal_v (project) WHERE until = 9223372036854775807;

CREATE TABLE letter_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- HD2020-0001
CREATE TABLE letter_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES letter_id (id),
  round INTEGER NOT NULL, department INTEGER NOT NULL REFERENCES department_id (id),
  drafted TEXT NOT NULL,
  number TEXT, sent TEXT,              -- 文号 and the day it went; NULL while it is a draft
  meeting TEXT,                        -- the day of the meeting when it went
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX letter_now ON letter_v (id) WHERE until = 9223372036854775807;
CREATE INDEX letter_past ON letter_v (id, until, since);

CREATE TABLE dispatch_v ( -- id = appeal * 1000 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  appeal INTEGER NOT NULL REFERENCES appeal_id (id), letter INTEGER NOT NULL REFERENCES letter_id (id),
  department INTEGER NOT NULL REFERENCES department_id (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'assist')),
  due TEXT,                            -- as notified; NULL while the letter is a draft
  governed TEXT CHECK (governed IN ('limit', 'meeting')), -- which of the two limits gave it
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)), -- 暂定: counted through an unpublished year
  rule TEXT,                           -- the standard it was counted by, JSON
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)), -- left out of the draft again
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX dispatch_now ON dispatch_v (id) WHERE until = 9223372036854775807;
CREATE INDEX dispatch_past ON dispatch_v (id, until, since);
CREATE INDEX dispatch_letter ON dispatch_v (letter) WHERE until = 9223372036854775807;

CREATE TABLE event_v ( -- id = appeal * 1000 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  appeal INTEGER NOT NULL REFERENCES appeal_id (id),
  day TEXT NOT NULL,                   -- 发生日
  kind TEXT NOT NULL CHECK (kind IN ('logged', 'amended', 'sent_back', 'admitted', 'dispatched', 'replied', 'extended',
    'returned', 'reminded', 'outcome', 'closed', 'reopened', 'withdrawn', 'terminated', 'satisfaction')),
  state TEXT CHECK (state IN ('incomplete', 'sent_back', 'ready', 'dispatched', 'closed', 'withdrawn', 'terminated')),
  dispatch INTEGER,                    -- of dispatched, replied, extended, returned, reminded
  value TEXT,                          -- kind of reply, outcome, satisfaction, level of reminder
  department INTEGER REFERENCES department_id (id), -- to whom a dispatch was returned; NULL: the bureau
  due TEXT,                            -- of an extension: until when
  person TEXT, note TEXT,              -- who answered; opinion or reason
  finding TEXT,                        -- the limit it broke (逾期申请, 超时退单, 逾期答复), JSON
  override TEXT, approver TEXT,        -- of an exception
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_now ON event_v (id) WHERE until = 9223372036854775807;
CREATE INDEX event_past ON event_v (id, until, since);

-- Meetings (会商会办): the monthly 督办会 and the 点评会 of odd months. The nominal month and the day it is
-- held are two things. What is on the agenda follows from everything else on record; `agenda` holds
-- only what a person added, dropped or put first. What was on the table is frozen as an `edition`.

CREATE TABLE meeting_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- DB2020-03, DP2020-03
CREATE TABLE meeting_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES meeting_id (id),
  kind TEXT NOT NULL CHECK (kind IN ('supervision', 'review')),
  month INTEGER NOT NULL,              -- nominal, yyyymm
  day TEXT,                            -- planned or held; NULL: not yet known
  state TEXT NOT NULL CHECK (state IN ('planned', 'frozen', 'closed', 'cancelled')),
  reason TEXT,                         -- why it was moved or cancelled
  override TEXT, approver TEXT,        -- of a 点评会 in an even month
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX meeting_now ON meeting_v (id) WHERE until = 9223372036854775807;
CREATE INDEX meeting_past ON meeting_v (id, until, since);

CREATE TABLE agenda_v ( -- id = meeting * 1000 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meeting_id (id),
  change TEXT NOT NULL CHECK (change IN ('add', 'drop', 'first')),
  subject TEXT NOT NULL,               -- code of a project, appeal or task, or the text of an item of its own
  reason TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX agenda_now ON agenda_v (id) WHERE until = 9223372036854775807;
CREATE INDEX agenda_past ON agenda_v (id, until, since);

CREATE TABLE attendance_v ( -- id = meeting * 1000 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meeting_id (id),
  person TEXT NOT NULL, body TEXT, post TEXT,
  presence TEXT NOT NULL CHECK (presence IN ('present', 'observing', 'absent')), -- 出席, 列席, 请假
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX attendance_now ON attendance_v (id) WHERE until = 9223372036854775807;
CREATE INDEX attendance_past ON attendance_v (id, until, since);

-- What was on the table (会前版) and what came of it (会后版), as the bytes of one JSON document. An
-- edition is no noun: it has no versions, is never taken back and never changes.
CREATE TABLE edition (
  id      INTEGER PRIMARY KEY,
  op      INTEGER NOT NULL REFERENCES operation (id),
  meeting INTEGER NOT NULL REFERENCES meeting_id (id),
  side    TEXT NOT NULL CHECK (side IN ('before', 'after')),
  number  INTEGER NOT NULL,            -- of its side, from 1
  day     TEXT NOT NULL,
  program TEXT NOT NULL,               -- version of the program
  sha256  TEXT NOT NULL,               -- of `document`
  document TEXT NOT NULL,
  UNIQUE (meeting, side, number)
) STRICT;

-- What was handed out (已印发的材料): each file of a set, as its bytes. Like an edition it is no noun: it
-- has no versions, is never taken back and never changes. Sets of one subject are numbered from 1.
CREATE TABLE issue (
  id      INTEGER PRIMARY KEY,
  op      INTEGER NOT NULL REFERENCES operation (id),
  subject TEXT NOT NULL,               -- code of what it is about: DB2020-03, HD2020-0001
  number  INTEGER NOT NULL,            -- of the set
  file    TEXT NOT NULL,               -- its name, with its folder inside the set
  sha256  TEXT NOT NULL,               -- of `content`
  content BLOB NOT NULL,
  UNIQUE (subject, number, file)
) STRICT;

-- Decisions of meetings (议定事项) and written instructions (批示). What was done about one stands in
-- `step`, with the day it happened; it is done when a step says so.

CREATE TABLE task_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- RW2020-0001
CREATE TABLE task_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES task_id (id),
  source TEXT NOT NULL CHECK (source IN ('instruction', 'supervision', 'review')),
  meeting INTEGER REFERENCES meeting_id (id), -- NULL: without a meeting
  leader TEXT,                         -- who instructed or decided
  day TEXT NOT NULL,                   -- when it was decided or written
  text TEXT NOT NULL,
  text_key TEXT NOT NULL,              -- normalised text, by which the same decision is known again
  districts TEXT NOT NULL, departments TEXT NOT NULL, -- ids of those responsible, separated by '|'
  due TEXT,                            -- NULL: none was set
  project INTEGER REFERENCES project_id (id), appeal INTEGER REFERENCES appeal_id (id),
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX task_now ON task_v (id) WHERE until = 9223372036854775807;
CREATE INDEX task_past ON task_v (id, until, since);

CREATE TABLE step_v ( -- id = task * 1000 + place
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL,
  task INTEGER NOT NULL REFERENCES task_id (id),
  day TEXT NOT NULL,                   -- 发生日
  kind TEXT NOT NULL CHECK (kind IN ('progress', 'done')),
  note TEXT,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX step_now ON step_v (id) WHERE until = 9223372036854775807;
CREATE INDEX step_past ON step_v (id, until, since);

-- 促进活动 and 宣传引导 around projects.
CREATE TABLE activity_id (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT; -- HW2020-0001
CREATE TABLE activity_v (
  v INTEGER PRIMARY KEY, id INTEGER NOT NULL REFERENCES activity_id (id),
  kind TEXT NOT NULL CHECK (kind IN ('promotion', 'publicity')),
  district INTEGER REFERENCES district_id (id), project INTEGER REFERENCES project_id (id),
  day TEXT NOT NULL, text TEXT NOT NULL,
  src INTEGER, src_row INTEGER, since INTEGER NOT NULL, until INTEGER NOT NULL, author INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX activity_now ON activity_v (id) WHERE until = 9223372036854775807;
CREATE INDEX activity_past ON activity_v (id, until, since);

-- What holds now. These are the only views; a look at a past day replaces each by a temporary one.

CREATE VIEW setting AS SELECT * FROM setting_v WHERE until = 9223372036854775807;
CREATE VIEW rule AS SELECT * FROM rule_v WHERE until = 9223372036854775807;
CREATE VIEW holiday AS SELECT * FROM holiday_v WHERE until = 9223372036854775807;
CREATE VIEW origin AS SELECT * FROM origin_v WHERE until = 9223372036854775807;
CREATE VIEW district AS SELECT * FROM district_v WHERE until = 9223372036854775807;
CREATE VIEW department AS SELECT * FROM department_v WHERE until = 9223372036854775807;
CREATE VIEW contact AS SELECT * FROM contact_v WHERE until = 9223372036854775807;
CREATE VIEW heading AS SELECT * FROM heading_v WHERE until = 9223372036854775807;
CREATE VIEW sender AS SELECT * FROM sender_v WHERE until = 9223372036854775807;
CREATE VIEW rate AS SELECT * FROM rate_v WHERE until = 9223372036854775807;
CREATE VIEW project AS SELECT * FROM project_v WHERE until = 9223372036854775807;
CREATE VIEW investor AS SELECT * FROM investor_v WHERE until = 9223372036854775807;
CREATE VIEW milestone AS SELECT * FROM milestone_v WHERE until = 9223372036854775807;
CREATE VIEW work AS SELECT * FROM work_v WHERE until = 9223372036854775807;
CREATE VIEW original AS SELECT * FROM original_v WHERE until = 9223372036854775807;
CREATE VIEW verdict AS SELECT * FROM verdict_v WHERE until = 9223372036854775807;
CREATE VIEW alias AS SELECT * FROM alias_v WHERE until = 9223372036854775807;
CREATE VIEW link AS SELECT * FROM link_v WHERE until = 9223372036854775807;
CREATE VIEW stay AS SELECT * FROM stay_v WHERE until = 9223372036854775807;
CREATE VIEW excuse AS SELECT * FROM excuse_v WHERE until = 9223372036854775807;
CREATE VIEW filing AS SELECT * FROM filing_v WHERE until = 9223372036854775807;
CREATE VIEW report AS SELECT * FROM report_v WHERE until = 9223372036854775807;
CREATE VIEW candidate AS SELECT * FROM candidate_v WHERE until = 9223372036854775807;
CREATE VIEW category AS SELECT * FROM category_v WHERE until = 9223372036854775807;
CREATE VIEW round AS SELECT * FROM round_v WHERE until = 9223372036854775807;
CREATE VIEW appeal AS SELECT * FROM appeal_v WHERE until = 9223372036854775807;
CREATE VIEW letter AS SELECT * FROM letter_v WHERE until = 9223372036854775807;
CREATE VIEW dispatch AS SELECT * FROM dispatch_v WHERE until = 9223372036854775807;
CREATE VIEW event AS SELECT * FROM event_v WHERE until = 9223372036854775807;
CREATE VIEW clue AS SELECT * FROM clue_v WHERE until = 9223372036854775807;
CREATE VIEW meeting AS SELECT * FROM meeting_v WHERE until = 9223372036854775807;
CREATE VIEW agenda AS SELECT * FROM agenda_v WHERE until = 9223372036854775807;
CREATE VIEW attendance AS SELECT * FROM attendance_v WHERE until = 9223372036854775807;
CREATE VIEW task AS SELECT * FROM task_v WHERE until = 9223372036854775807;
CREATE VIEW step AS SELECT * FROM step_v WHERE until = 9223372036854775807;
CREATE VIEW activity AS SELECT * FROM activity_v WHERE until = 9223372036854775807;

-- Nothing is deleted, and what is closed stays as it was.

CREATE TRIGGER setting_kept BEFORE DELETE ON setting_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER setting_closed BEFORE UPDATE ON setting_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER rule_kept BEFORE DELETE ON rule_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER rule_closed BEFORE UPDATE ON rule_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER holiday_kept BEFORE DELETE ON holiday_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER holiday_closed BEFORE UPDATE ON holiday_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER origin_kept BEFORE DELETE ON origin_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER origin_closed BEFORE UPDATE ON origin_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER district_kept BEFORE DELETE ON district_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER district_closed BEFORE UPDATE ON district_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER department_kept BEFORE DELETE ON department_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER department_closed BEFORE UPDATE ON department_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER contact_kept BEFORE DELETE ON contact_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER contact_closed BEFORE UPDATE ON contact_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER heading_kept BEFORE DELETE ON heading_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER heading_closed BEFORE UPDATE ON heading_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER sender_kept BEFORE DELETE ON sender_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER sender_closed BEFORE UPDATE ON sender_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER rate_kept BEFORE DELETE ON rate_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER rate_closed BEFORE UPDATE ON rate_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER project_kept BEFORE DELETE ON project_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER project_closed BEFORE UPDATE ON project_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER investor_kept BEFORE DELETE ON investor_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER investor_closed BEFORE UPDATE ON investor_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER milestone_kept BEFORE DELETE ON milestone_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER milestone_closed BEFORE UPDATE ON milestone_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER work_kept BEFORE DELETE ON work_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER work_closed BEFORE UPDATE ON work_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER original_kept BEFORE DELETE ON original_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER original_closed BEFORE UPDATE ON original_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER verdict_kept BEFORE DELETE ON verdict_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER verdict_closed BEFORE UPDATE ON verdict_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER alias_kept BEFORE DELETE ON alias_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER alias_closed BEFORE UPDATE ON alias_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER link_kept BEFORE DELETE ON link_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER link_closed BEFORE UPDATE ON link_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER stay_kept BEFORE DELETE ON stay_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER stay_closed BEFORE UPDATE ON stay_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER excuse_kept BEFORE DELETE ON excuse_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER excuse_closed BEFORE UPDATE ON excuse_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER filing_kept BEFORE DELETE ON filing_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER filing_closed BEFORE UPDATE ON filing_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER report_kept BEFORE DELETE ON report_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER report_closed BEFORE UPDATE ON report_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER candidate_kept BEFORE DELETE ON candidate_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER candidate_closed BEFORE UPDATE ON candidate_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER category_kept BEFORE DELETE ON category_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER category_closed BEFORE UPDATE ON category_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER round_kept BEFORE DELETE ON round_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER round_closed BEFORE UPDATE ON round_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER appeal_kept BEFORE DELETE ON appeal_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER appeal_closed BEFORE UPDATE ON appeal_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER letter_kept BEFORE DELETE ON letter_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER letter_closed BEFORE UPDATE ON letter_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER dispatch_kept BEFORE DELETE ON dispatch_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER dispatch_closed BEFORE UPDATE ON dispatch_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER event_closed BEFORE UPDATE ON event_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER clue_kept BEFORE DELETE ON clue_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER clue_closed BEFORE UPDATE ON clue_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER meeting_kept BEFORE DELETE ON meeting_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER meeting_closed BEFORE UPDATE ON meeting_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER agenda_kept BEFORE DELETE ON agenda_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER agenda_closed BEFORE UPDATE ON agenda_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER attendance_kept BEFORE DELETE ON attendance_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER attendance_closed BEFORE UPDATE ON attendance_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER task_kept BEFORE DELETE ON task_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER task_closed BEFORE UPDATE ON task_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER step_kept BEFORE DELETE ON step_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER step_closed BEFORE UPDATE ON step_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER activity_kept BEFORE DELETE ON activity_v BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER activity_closed BEFORE UPDATE ON activity_v WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;
CREATE TRIGGER edition_kept BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'an edition is never deleted'); END;
CREATE TRIGGER edition_fixed BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
CREATE TRIGGER issue_kept BEFORE DELETE ON issue BEGIN SELECT RAISE(ABORT, 'what was handed out is never deleted'); END;
CREATE TRIGGER issue_fixed BEFORE UPDATE ON issue BEGIN SELECT RAISE(ABORT, 'what was handed out never changes'); END;
CREATE TRIGGER operation_kept BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'an operation is never deleted'); END;
CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'an operation never changes'); END;
