#pragma once

#include <QByteArray>
#include <QString>

namespace dealdesk {

struct NumberedSql {
    QByteArray text;    ///< with $1, $2 …, UTF-8
    int parameters = 0; ///< the highest number
};

/// The client's statements mark values by `?` and `?1`, as SQLite does; a plain `?` gets the number after the highest so far. Marks in
/// texts, quoted names and comments are left alone.
NumberedSql numberedSql(const QString &sql);

} // namespace dealdesk
