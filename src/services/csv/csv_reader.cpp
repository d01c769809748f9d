#include "services/csv/csv_reader.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString decoded(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes, u'k').value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    return decoder.decode(bytes);
}

QChar separatorOf(QStringView text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'\n' || c == u'\r'; });
    const QStringView header = text.first(end - text.begin());
    const auto most = std::max({header.count(u','), header.count(u';'), header.count(u'\t')});
    if (most == header.count(u','))
        return u',';
    return most == header.count(u';') ? u';' : u'\t';
}

class Scanner {
public:
    Scanner(QStringView text, QChar separator) : m_text(text), m_separator(separator) {}

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] int line() const { return m_line; }

    Result<QStringList> record()
    {
        QStringList fields;
        while (true) {
            Result<QString> read = at(u'"') ? quotedField() : Result<QString>(plainField());
            if (!read)
                return failure(read.error());
            fields += *read;
            if (!at(m_separator)) {
                skipLineEnd();
                return fields;
            }
            ++m_position;
        }
    }

private:
    [[nodiscard]] bool at(QChar c) const { return !atEnd() && m_text[m_position] == c; }
    [[nodiscard]] bool atFieldEnd() const { return atEnd() || at(m_separator) || at(u'\n') || at(u'\r'); }

    QString plainField()
    {
        const qsizetype start = m_position;
        while (!atFieldEnd())
            ++m_position;
        return m_text.sliced(start, m_position - start).toString();
    }

    Result<QString> quotedField()
    {
        const int opened = m_line;
        QString value;
        for (++m_position; !atEnd(); ++m_position) {
            const QChar c = m_text[m_position];
            if (c == u'"' && (m_position + 1 >= m_text.size() || m_text[m_position + 1] != u'"')) {
                ++m_position;
                if (!atFieldEnd())
                    return failure(ErrorCode::MalformedInput, u"line %1: text after a closing quote"_s.arg(m_line));
                return value;
            }
            m_position += c == u'"' ? 1 : 0;
            m_line += c == u'\n' ? 1 : 0;
            value += c;
        }
        return failure(ErrorCode::MalformedInput, u"line %1: a quote is opened and never closed"_s.arg(opened));
    }

    void skipLineEnd()
    {
        if (at(u'\r'))
            ++m_position;
        if (at(u'\n'))
            ++m_position;
        ++m_line;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_position = 0;
    int m_line = 1;
};

bool isBlank(const QStringList &fields)
{
    return std::all_of(fields.begin(), fields.end(), [](const QString &field) { return field.isEmpty(); });
}

} // namespace

Result<CsvTable> readCsv(const QByteArray &bytes)
{
    const QString text = decoded(bytes);
    Scanner scanner(text, separatorOf(text));
    CsvTable table;
    while (!scanner.atEnd()) {
        const int line = scanner.line();
        Result<QStringList> record = scanner.record();
        if (!record)
            return failure(record.error());
        if (isBlank(*record))
            continue;
        if (table.columns.isEmpty()) {
            table.columns = *record;
            continue;
        }
        while (record->size() > table.columns.size() && record->last().isEmpty())
            record->removeLast();
        if (record->size() > table.columns.size())
            return failure(ErrorCode::MalformedInput, u"line %1: more fields than the header has columns"_s.arg(line));
        while (record->size() < table.columns.size())
            record->append(QString());
        table.rows += *record;
    }
    return table;
}

} // namespace dealdesk
