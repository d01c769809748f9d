#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

struct pg_conn;

namespace dealdesk::test {

/// What the server said to one statement, or to the last one of a script.
struct PgAnswer {
    QByteArray sqlState; ///< empty when it worked; "08000" when the connection broke
    QString message;     ///< the error's first line, without "ERROR:"
    QStringList columns;
    QList<QList<std::optional<QByteArray>>> rows; ///< as text; no value for NULL
    [[nodiscard]] bool worked() const { return sqlState.isEmpty(); }
    /// The first column of the first row; empty without one.
    [[nodiscard]] QString text() const;
    [[nodiscard]] qint64 integer() const { return text().toLongLong(); }
    /// The first column of every row, NULL as "∅".
    [[nodiscard]] QStringList column() const;
};

/// A session by libpq alone, as somebody at psql has it: what the program's own connection adds cannot help here, nor hide anything.
/// For one thread.
class Psql {
public:
    /// libpq's connection text, or a URL. Look at isOpen(), and at problem() without it.
    explicit Psql(const QString &connectionText);
    ~Psql();
    Psql(Psql &&other) noexcept;
    Psql &operator=(Psql &&other) noexcept;

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] int processId() const;
    /// Several statements together are one transaction, as the server sees them.
    PgAnswer run(const QString &sql);
    /// One statement with values for $1, $2, …; no value for NULL.
    PgAnswer run(const QString &sql, const QList<std::optional<QString>> &values);
    /// The first column of every row of every statement, as a script at psql writes it; where it ends with an error, "error" and what it
    /// says.
    QStringList lines(const QString &script);
    /// What must work: ends the test program with the server's words otherwise.
    PgAnswer must(const QString &sql);
    PgAnswer must(const QString &sql, const QList<std::optional<QString>> &values);
    /// The channels of the notices that have arrived, waiting for a first one up to so long.
    QStringList notices(int patienceMs);

private:
    std::unique_ptr<pg_conn, void (*)(pg_conn *)> m_connection;
};

} // namespace dealdesk::test
