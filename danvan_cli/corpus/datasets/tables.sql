-- The tables of an SQLite dataset. Columns have the names of the record's fields; "danvan schema" describes them.
-- first and last count code points of the text that "danvan text FILE" prints; words are that slice of it.

create table articles (
  id integer primary key,
  path text not null, format text not null, sha256 text not null, characters integer not null,
  title text, published text, outlet text, author text,
  event_kind text not null, event_date text, event_date_text text, part_of_day text, organizer text, place text,
  level text, province text, province_code text, province_today text, district text, commune text,
  reported_period text, reported_start text, reported_end text,
  planned_period text, planned_start text, planned_end text,
  brief text not null
);
create index articles_by_province on articles (province, reported_start);

create table officials (
  article integer not null references articles, number integer not null,
  name text not null, honorific text,
  primary key (article, number)
);
create index officials_by_name on officials (name);

create table positions (
  article integer not null, official integer not null,
  title text not null, role text, organization text, province text, level text,
  former integer not null, acting integer not null,
  first integer not null, last integer not null, words text not null,
  foreign key (article, official) references officials
);

create table actions (
  article integer not null, official integer not null,
  action text not null,
  first integer not null, last integer not null, words text not null,
  foreign key (article, official) references officials
);

create table statistics (
  article integer not null references articles, number integer not null,
  indicator text not null, label text not null, value real not null, unit text not null, bound text not null,
  kinds text not null,  -- of petitions, with commas between them
  period text, period_start text, period_end text,  -- only where it is not the one that the article reports
  change_direction text, change_value real, change_unit text,
  scope text, derived integer not null, of text, parent integer,
  first integer not null, last integer not null, words text not null,
  primary key (article, number)
);
create index statistics_by_indicator on statistics (indicator);

create table tasks (
  article integer not null references articles, number integer not null,
  text text not null, period text, period_start text, period_end text,
  assigned_by text, deadline text, theme text,
  first integer not null, last integer not null, words text not null,
  primary key (article, number)
);

create table targets (
  article integer not null, task integer not null,
  value real not null, unit text not null, bound text not null, text text not null,
  foreign key (article, task) references tasks
);

create table shortcomings (
  article integer not null references articles,
  text text not null,
  first integer not null, last integer not null, words text not null
);

create table warnings (article integer not null references articles, code text not null, message text not null);

create table records (article integer primary key references articles, record text not null);
