// The limit arm of "start to inbox": a bare Qt main window that runs the same query on the same file, and shows the rows.
//   bare_window DATABASE USER_ID
#include "bench/ready.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QMainWindow>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTableView>

namespace {

class RowsModel : public QAbstractTableModel {
public:
    RowsModel(const QSqlDatabase &database, qint64 user)
    {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.prepare(QStringLiteral("SELECT * FROM inbox WHERE user_id = ? ORDER BY due_date, task_id"));
        query.addBindValue(user);
        query.exec();
        m_columns = query.record().count();
        while (query.next()) {
            for (int column = 0; column < m_columns; ++column)
                m_cells.append(query.value(column).toString());
        }
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || m_columns == 0 ? 0 : int(m_cells.size()) / m_columns;
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_cells.at(index.row() * m_columns + index.column())) : QVariant();
    }

private:
    QStringList m_cells;
    int m_columns = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(application.arguments().value(1));
    if (!database.open())
        return 1;

    QMainWindow window;
    QTableView table;
    RowsModel model(database, application.arguments().value(2).toLongLong());
    table.setModel(&model);
    window.setCentralWidget(&table);
    window.resize(1200, 760);
    window.show();
    dealdesk::bench::reportWhenPainted(&table, [&model] { return model.rowCount(); });
    return application.exec();
}
