#pragma once

#include "support/data/test_database.h"

#include <QJsonArray>

namespace dealdesk::test {

/// A fresh database with the stored logic, and people of every kind: admin, seller, seller2; manager, director, vp, svp; a reviewer
/// per department, named like it (trading, finance, …), and finance2. Advertiser "Northwind Outdoor", agencies "Blue Agency" (independent)
/// and "Grand Holding". On the database that the test runs for; copied from one that is made once per program.
class CommandFixture {
public:
    CommandFixture();
    /// On a database that was made as this one's.
    explicit CommandFixture(std::unique_ptr<TestDatabase> database);
    /// Makes the people and clients.
    static void fill(TestDatabase &database);

    /// The owner's: sees everything.
    [[nodiscard]] Connection &connection() { return m_database->owner(); }
    [[nodiscard]] TestDatabase &database() { return *m_database; }
    [[nodiscard]] qint64 user(const QString &name);

    /// As somebody, on the stored version of the deal, with a new command id. `command` without "cmd_".
    Result<QJsonObject> run(const QString &command, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments);
    Result<QJsonObject> run(const Command &command);
    /// A command on reference data or a person, on the version that was on the screen.
    Result<QJsonObject> runOn(std::optional<qint64> version, const QString &command, const QString &actor, const QJsonObject &arguments);
    /// What is expected to work: ends the test program with the refusal otherwise.
    QJsonObject done(const QString &command, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments);
    /// The refusal's code, "" for success; checks that a refusal left every table as it was.
    QString refusal(const QString &command, const QString &actor, std::optional<qint64> deal, const QJsonObject &arguments);
    QString refusal(const Command &command);

    /// Complete for a submission: three tiers up to `topCents`, a Financial incentive on tier 1.
    static QJsonObject draft(qint64 topCents = 48'000'000);
    static QJsonObject incentive(const QString &category, const QString &subCategory, const QString &option, qint64 cents = 100'000);
    /// A plan for a draft of `draft()`: finance and trading, and what else is named.
    QJsonObject plan(qint64 topCents = 48'000'000, const QStringList &furtherDepartments = {});
    /// The level that covers an amount under the default policy.
    static QString levelFor(qint64 cents);

    qint64 savedDeal(const QJsonObject &draft = CommandFixture::draft());
    qint64 submittedDeal(qint64 topCents = 48'000'000);
    /// Stage 1 approved by finance and trading.
    qint64 dealInStage2(qint64 topCents = 48'000'000);
    qint64 approvedDeal();
    /// The open task of a department, or of a level.
    qint64 taskOf(qint64 deal, const QString &departmentOrLevel);
    QJsonObject decision(qint64 approval, const QString &what, const QString &reason = {});
    QJsonObject decide(const QString &actor, qint64 deal, const QString &departmentOrLevel, const QString &what = QStringLiteral("approve"),
                       const QString &reason = {});

    QVariant value(const QString &sql, const QVariantList &values = {});
    QStringList column(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] QString statusOf(qint64 deal)
    {
        return value(QStringLiteral("SELECT status FROM deals WHERE id = ?"), {deal}).toString();
    }
    /// A hash of every row of every table.
    QByteArray fingerprint() { return m_database->fingerprint(); }

private:
    std::unique_ptr<TestDatabase> m_database;
};

} // namespace dealdesk::test
