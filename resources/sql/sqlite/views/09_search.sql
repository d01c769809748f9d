-- Full text over reference, name and client. A term of three characters and more finds words that begin with it:
--   … FROM deal_search WHERE start = substr(lower(:term), 1, 3) AND instr(text, lower(:term)) ORDER BY deal_id DESC LIMIT …

CREATE VIEW deal_search_source AS
SELECT d.id AS deal_id,
       lower(d.reference_number || ' ' || d.deal_name || ' ' || d.client_name) AS text
FROM deals d;

-- The text with every separator as a space; what could not be split safely is left out.
CREATE VIEW deal_search_spaced AS
SELECT s.deal_id,
       replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(s.text,
           '"', ' '), '\', ' '), char(9), ' '), char(10), ' '), char(13), ' '), '-', ' '), '/', ' '), '&', ' '), '(', ' '), '_', ' '), '.', ' ') AS text
FROM deal_search_texts s;

-- The words of each text: as a JSON array, because json_each() may be used here and recursive queries may not be in triggers.
CREATE VIEW deal_search_words AS
SELECT s.deal_id,
       substr(w.value, 1, 3) AS start
FROM deal_search_spaced s
JOIN json_each('["' || CASE WHEN s.text GLOB '*[' || char(1) || '-' || char(31) || ']*' THEN '' ELSE replace(s.text, ' ', '","') END || '"]') w
WHERE w.value <> ''
UNION ALL
-- the reference's number without its leading zeros
SELECT d.id, substr(CAST(CAST(substr(d.reference_number, 11) AS INTEGER) AS TEXT), 1, 3)
FROM deals d;

CREATE VIEW deal_search AS
SELECT s.start, s.deal_id, x.text
FROM deal_search_starts s
CROSS JOIN deal_search_texts x ON x.deal_id = s.deal_id;
