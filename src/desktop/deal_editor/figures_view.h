#pragma once

#include <QTableView>

namespace dealdesk {

class FiguresModel;

/// The figures per tier, to read: as tall as they are, with short amounts where the whole ones do not fit.
class FiguresView : public QTableView {
    Q_OBJECT

public:
    explicit FiguresView(FiguresModel *figures, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    FiguresModel *m_figures;
};

} // namespace dealdesk
