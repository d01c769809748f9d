#pragma once

#include "data/connection.h"

namespace dealdesk {

/// Views, guards and commands: not part of the schema's steps, but replaced as a whole whenever the program's differ from those in the
/// database. A program older than the one that loaded them leaves them as they are.
class StoredLogic {
public:
    StoredLogic(Connection &connection, QString folder);

    Status load();

private:
    struct Loaded {
        QString digest;
        QString version; ///< of the program that loaded it
    };
    Result<Loaded> loaded();
    Status replace(const QString &digest);
    Status dropAll();
    [[nodiscard]] QStringList files() const;
    Result<QString> digest() const;

    Connection &m_connection;
    QString m_folder;
};

} // namespace dealdesk
