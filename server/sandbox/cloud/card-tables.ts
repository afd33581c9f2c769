/** The tables of member cards and benefit cards; points are in hundredths, money is in fen. */
export const cardTables = `
  CREATE TABLE member_card (
    card_number TEXT PRIMARY KEY,
    cinema_link_id TEXT NOT NULL,
    grade_id TEXT NOT NULL,
    -- In plain: cards and passwords of a sandbox are made up, and its engineers look them up here.
    password TEXT NOT NULL,
    status TEXT NOT NULL,
    balance_fen INTEGER NOT NULL CHECK (balance_fen >= 0),
    times INTEGER NOT NULL CHECK (times >= 0),
    points_ever INTEGER NOT NULL,
    points_left INTEGER NOT NULL CHECK (points_left >= 0),
    registered_on TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    user_name TEXT,
    mobile TEXT NOT NULL,
    id_card TEXT,
    address TEXT,
    birthdate TEXT,
    email TEXT,
    gender TEXT
  ) WITHOUT ROWID;
  -- What happened on a member card: filled up, paid with, points changed.
  CREATE TABLE card_entry (
    entry_id INTEGER PRIMARY KEY,
    card_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The card order, or the order of tickets or goods that was paid.
    order_id TEXT NOT NULL,
    booking_id TEXT NOT NULL,
    cinema_link_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL,
    before_fen INTEGER NOT NULL,
    after_fen INTEGER NOT NULL,
    times INTEGER NOT NULL,
    points INTEGER NOT NULL,
    schedule_id INTEGER,
    film_code TEXT,
    short_name TEXT,
    seats INTEGER NOT NULL,
    discounted_seats INTEGER NOT NULL,
    times_per_ticket INTEGER,
    -- When the cinema gives it all back; it may still be to come.
    given_back_at INTEGER,
    -- Whether the card has it again.
    given_back INTEGER NOT NULL
  );
  CREATE INDEX entry_of_card ON card_entry (card_number, at);
  CREATE INDEX entry_of_order ON card_entry (order_id);
  CREATE INDEX entry_to_give_back ON card_entry (given_back_at) WHERE given_back = 0 AND given_back_at IS NOT NULL;
  CREATE TABLE benefit_card (
    card_number TEXT PRIMARY KEY,
    policy_code TEXT NOT NULL,
    mobile TEXT NOT NULL,
    user_name TEXT,
    idcard TEXT,
    stopped INTEGER NOT NULL,
    registered_on TEXT NOT NULL,
    end_date TEXT NOT NULL,
    -- Absent: the policy has no limit in all.
    tickets_left INTEGER CHECK (tickets_left >= 0),
    UNIQUE (policy_code, mobile)
  ) WITHOUT ROWID;
  -- Tickets bought with a benefit card.
  CREATE TABLE benefit_use (
    order_id TEXT PRIMARY KEY,
    card_number TEXT NOT NULL,
    schedule_id INTEGER NOT NULL,
    -- The day it was used on.
    day TEXT NOT NULL,
    tickets INTEGER NOT NULL,
    given_back_at INTEGER,
    given_back INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX use_of_benefit_card ON benefit_use (card_number, day);
  CREATE INDEX use_to_give_back ON benefit_use (given_back_at) WHERE given_back = 0 AND given_back_at IS NOT NULL;
  -- Cards registered, filled up, renewed ...: what a partner asks about by its own number.
  CREATE TABLE card_order (
    card_order_id TEXT PRIMARY KEY,
    -- 'member' or 'benefit': each has its own numbers and its own query.
    family TEXT NOT NULL,
    channel_code TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    type TEXT NOT NULL,
    -- Absent while the cinema has not given out the card.
    card_number TEXT,
    cinema_link_id TEXT,
    amount_fen INTEGER,
    points INTEGER,
    description TEXT,
    parameters TEXT NOT NULL,
    -- What the cinema is to do, where that was still to come when it was ordered.
    wish TEXT,
    -- What is answered once it is done: a repetition gets the same, whatever has become of the card (7.3.4).
    answer TEXT,
    created_at INTEGER NOT NULL,
    -- When the cinema's own system has done it, or has failed to; until then the order waits.
    answered_at INTEGER NOT NULL,
    fails INTEGER NOT NULL,
    UNIQUE (family, channel_code, out_trade_no)
  ) WITHOUT ROWID;
  CREATE INDEX card_order_to_do ON card_order (answered_at) WHERE answer IS NULL AND fails = 0;
`
