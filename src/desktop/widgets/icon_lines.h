#pragma once

#include <QIcon>
#include <QWidget>

class QVBoxLayout;

namespace dealdesk {

/// A few lines of plain text, each behind a picture. A line keeps its place while its words change, so that nothing flickers beside typing.
class IconLines : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QIcon picture;
        QString text;        ///< may have several lines
        QString detail = {}; ///< in the tooltip
    };

    /// The labels are named `name` and a number from 1.
    explicit IconLines(const QString &name, QWidget *parent = nullptr);
    ~IconLines() override;

    void setLines(const QList<Line> &lines);

private:
    struct Row;
    void addRow();

    QString m_name;
    QVBoxLayout *m_layout = nullptr;
    QList<Row> m_rows;
};

} // namespace dealdesk
