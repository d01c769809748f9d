-- Full text over reference, name and client. A term of three characters and more finds words that begin with it:
--   … FROM deal_search WHERE start = substr(lower($1), 1, 3) AND strpos(text, lower($1)) > 0 ORDER BY deal_id DESC LIMIT …

CREATE VIEW dealdesk.deal_search_source WITH (security_invoker = true) AS
SELECT d.id AS deal_id,
       lower(d.reference_number || ' ' || d.deal_name || ' ' || d.client_name) AS text
FROM dealdesk.deals d;

-- The words of each text, parted at the same separators as in the embedded dialect.
CREATE VIEW dealdesk.deal_search_words WITH (security_invoker = true) AS
SELECT s.deal_id,
       substr(w.word, 1, 3) AS start
FROM dealdesk.deal_search_texts s
CROSS JOIN LATERAL string_to_table(translate(s.text, E'"\\\t\n\r-/&(_.', repeat(' ', 11)), ' ') w (word)
WHERE w.word <> ''
UNION ALL
-- the reference's number without its leading zeros
SELECT d.id, substr(coalesce(nullif(ltrim(substr(d.reference_number, 11), '0'), ''), '0'), 1, 3)
FROM dealdesk.deals d;

CREATE VIEW dealdesk.deal_search WITH (security_invoker = true) AS
SELECT s.start, s.deal_id, x.text
FROM dealdesk.deal_search_starts s
JOIN dealdesk.deal_search_texts x ON x.deal_id = s.deal_id;
