#pragma once

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace dealdesk {

struct SavedFilter {
    QString name;
    QJsonObject filter;   ///< as FilterForm::stored()
    bool builtIn = false; ///< cannot be renamed or deleted
};

/// The filters of one kind that a person has named, kept in the settings of this machine; before them the ones that everybody has.
class SavedFilters : public QObject {
    Q_OBJECT

public:
    SavedFilters(QString settingsKey, QList<SavedFilter> builtIn, QObject *parent = nullptr);

    /// The built-in ones first, then the person's own by name.
    [[nodiscard]] QList<SavedFilter> all() const { return m_builtIn + m_own; }
    /// The one that filters exactly this, if any.
    [[nodiscard]] std::optional<SavedFilter> matching(const QJsonObject &filter) const;

    /// False for an empty name and one of a built-in filter; an own one of that name is replaced.
    bool save(const QString &name, const QJsonObject &filter);
    /// False for an unknown filter, and a name that is empty or taken.
    bool rename(const QString &from, const QString &to);
    void remove(const QString &name);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool isBuiltIn(const QString &name) const;
    [[nodiscard]] qsizetype indexOf(const QString &name) const;
    void read();
    void write();

    QString m_settingsKey;
    QList<SavedFilter> m_builtIn;
    QList<SavedFilter> m_own;
};

} // namespace dealdesk
