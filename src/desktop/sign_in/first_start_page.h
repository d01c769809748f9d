#pragma once

#include "presentation/sign_in/sign_in_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class FirstStartPage;
}

/// A database without people: its first administrator, or the sample data instead.
class FirstStartPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstStartPage(SignInModel *model, QWidget *parent = nullptr);
    ~FirstStartPage() override;

    void showError(SignInModel::Field field, const QString &sentence);
    void prepare();

Q_SIGNALS:
    void sampleRequested();

private:
    void submit();
    void clearErrors();

    std::unique_ptr<Ui::FirstStartPage> m_ui;
    SignInModel *m_model;
};

} // namespace dealdesk
